import { type StackContext, accountId, managementAccountId } from '@bulkhead/baseline';
import { applyRoleName, enterpriseUnit, planRoleName, platformRoleArn, stateKey } from '@bulkhead/model';
import { deployedBy } from './deployed-by.ts';

/** A role of another account that keeps or reads states here. */
export interface StateReader {
  /** Ends the names of its statements. */
  readonly id: string;
  readonly accountId: string;
  readonly roleArn: string;
  readonly keys: readonly string[];
  readonly writes: boolean;
}

/** An environment takes about 1,300 of the 20,480 characters of a bucket's policy, and a state that it deploys 200 more. */
const most = { environments: 6, states: 36 };

/**
 * Roles of pipelines whose unit has a delivery account of its own: exact, as long as they fit into a policy. Those of this
 * account need no more than their own.
 *
 * Beyond that the roles of pipelines of a unit reach the folder of their unit, and the policy of each one stays exact.
 */
export function unitReaders(context: StackContext): readonly StateReader[] {
  const { organization } = context;
  const own = organization.businessUnits.filter(({ delivery }) => delivery === 'own').map(({ name }) => name);
  const pipelines = organization.pipelines.filter(({ unit }) => unit !== enterpriseUnit && own.includes(unit));
  const environments = pipelines.flatMap((pipeline) =>
    pipeline.environments.map((environment) => ({
      accountId: accountId(pipeline.deliveryAccount, context),
      apply: applyRoleName(pipeline, environment),
      plan: planRoleName(pipeline, environment),
      keys: deployedBy(environment, context).stateKeys,
    })),
  );
  const units = [...new Map(pipelines.map(({ unit, deliveryAccount }) => [unit, deliveryAccount]))].map(
    ([unit, account]) => ({
      accountId: accountId(account, context),
      apply: 'apply-*' as const,
      plan: 'plan-*' as const,
      keys: [stateKey(unit, '*')],
    }),
  );
  const states = environments.flatMap(({ keys }) => keys);
  const exact = environments.length <= most.environments && states.length <= most.states;
  return (exact ? environments : units).flatMap(({ apply, plan, ...each }, index): readonly StateReader[] => [
    { ...each, id: `Apply${index + 1}`, roleArn: platformRoleArn(each.accountId, apply), writes: true },
    { ...each, id: `Plan${index + 1}`, roleArn: platformRoleArn(each.accountId, plan), writes: false },
  ]);
}

/** It deploys everything, in an account for the first time too. */
export function organizationDeployer(context: StackContext): StateReader {
  const id = managementAccountId(context);
  return {
    id: 'Organization',
    accountId: id,
    roleArn: platformRoleArn(id, 'organization-deployer'),
    keys: ['*.tfstate'],
    writes: true,
  };
}
