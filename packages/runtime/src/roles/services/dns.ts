import { type ServiceRights, actionsOf } from '../right.ts';

/** Names, and the switches between Regions behind them. */
export const dns: ServiceRights = {
  build: [{ actions: ['route53:*', 'route53resolver:*', 'servicediscovery:*', 'route53-recovery-cluster:*'] }],
  'fail-over': [
    { actions: actionsOf('route53-recovery-cluster', 'GetRoutingControlState', 'ListRoutingControls') },
    {
      actions: ['route53-recovery-cluster:UpdateRoutingControlState*'],
      // what keeps both Regions from being off at once stays in force
      condition: { Bool: { 'route53-recovery-cluster:AllowSafetyRulesOverrides': 'false' } },
    },
  ],
};
