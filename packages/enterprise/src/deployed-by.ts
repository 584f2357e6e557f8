import type { StackContext } from '@bulkhead/baseline';
import { type Account, type PipelineEnvironment, accountsDeployedBy, platformRoleArn, stateKey } from '@bulkhead/model';

/** What the roles of a pipeline's environment reach outside of their account. */
export interface DeployedBy {
  readonly deployers: readonly string[];
  readonly planners: readonly string[];
  /** Keys in the bucket of the accounts' state. */
  readonly stateKeys: readonly string[];
}

/** An account takes about 210 of the 10,240 characters that a role's policies have. */
const mostNamed = 36;

/**
 * The accounts that an environment deploys, as ARNs and keys: exact, as long as they fit into a role.
 *
 * Beyond that roles are named in any account, where the trust of each one stays exact, and states by their phase. An
 * account that the lock does not have yet is left out.
 */
export function deployedBy(
  environment: PipelineEnvironment,
  { organization, lock }: Pick<StackContext, 'organization' | 'lock'>,
): DeployedBy {
  const accounts = accountsDeployedBy(organization, environment);
  if (accounts.length > mostNamed) {
    return {
      deployers: [platformRoleArn('*', 'deployer')],
      planners: [platformRoleArn('*', 'planner')],
      stateKeys: [...new Set(accounts.map(({ phase }) => `*/${organization.name}-*${phase}.tfstate`))],
    };
  }
  const rolesIn = (role: 'deployer' | 'planner') =>
    accounts.flatMap((account: Account) => {
      const id = lock.accounts?.[account.name]?.id;
      return id === undefined ? [] : [platformRoleArn(id, role)];
    });
  return {
    deployers: rolesIn('deployer'),
    planners: rolesIn('planner'),
    stateKeys: accounts.map(({ unit, name }) => stateKey(unit, name)),
  };
}
