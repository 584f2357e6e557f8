import { enterpriseUnit } from './account-names.ts';
import { runtimeAccountsOf } from './accounts.ts';
import type { OrganizationDefinition } from './definition.ts';
import { listedPipelines } from './listed-pipelines.ts';
import type { Organization } from './organization.ts';
import { deployingUnit } from './pipelines.ts';
import { type Problem, problemAt } from './problem.ts';

/** Checks that no environment without reviewers names a phase of a protected account. Needs every default filled in. */
export function checkProtection(definition: OrganizationDefinition, organization: Organization): readonly Problem[] {
  const accounts = runtimeAccountsOf(organization).filter(({ protect }) => protect);
  return listedPipelines(definition).flatMap(({ unit = enterpriseUnit, environments }) =>
    environments
      .filter((environment) => !environment.protected)
      .flatMap(({ path, phases }) => {
        const deployed = accounts.find(
          (account) => phases.includes(account.phase) && deployingUnit(organization, account.unit) === unit,
        );
        return deployed
          ? [
              problemAt(
                [...path, 'protected'],
                `must be protected, it deploys to ${deployed.phase} which has protect: true`,
                false,
              ),
            ]
          : [];
      }),
  );
}
