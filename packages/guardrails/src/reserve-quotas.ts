import { controllerRole, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/**
 * Only the controller raises quotas: where a quota is the hard stop of a cap, whoever raises it lifts the cap.
 *
 * Automatic management raises by itself, so turning it on is reserved too; turning it off is not. A request written into
 * a support case by hand remains possible, AWS has no condition for it.
 * Source: Service Quotas User Guide, identity and access management, automatic management.
 */
export function reserveQuotas(): readonly Statement[] {
  return [
    {
      Sid: 'Quotas',
      Effect: 'Deny',
      Action: [
        'servicequotas:AssociateServiceQuotaTemplate',
        'servicequotas:CreateSupportCase',
        'servicequotas:PutServiceQuotaIncreaseRequestIntoTemplate',
        'servicequotas:RequestServiceQuotaIncrease',
        'servicequotas:StartAutoManagement',
        'servicequotas:UpdateAutoManagement',
      ],
      Resource: ['*'],
      Condition: exceptRoles([controllerRole]),
    },
  ];
}
