import { checkBucketNames } from './check-bucket-names.ts';
import { checkDelegated } from './check-delegated.ts';
import { checkEndings } from './check-endings.ts';
import { checkExceptions } from './check-exceptions.ts';
import { checkGrants } from './check-grants.ts';
import { checkGroups } from './check-groups.ts';
import { checkIdentityQuotas } from './check-identity-quotas.ts';
import { checkImages } from './check-images.ts';
import { checkLimits } from './check-limits.ts';
import { checkNames } from './check-names.ts';
import { checkPeople } from './check-people.ts';
import { checkPhases } from './check-phases.ts';
import { checkPipelines } from './check-pipelines.ts';
import { checkProtection } from './check-protection.ts';
import { checkRecovery } from './check-recovery.ts';
import { checkRegions } from './check-regions.ts';
import { checkShares } from './check-shares.ts';
import { checkStores } from './check-stores.ts';
import { checkTrustedAccounts } from './check-trusted-accounts.ts';
import { checkUnits } from './check-units.ts';
import type { OrganizationDefinition } from './definition.ts';
import { draftOf } from './draft.ts';
import { organizationOf } from './organization-of.ts';
import type { Organization } from './organization.ts';
import { DefinitionError, type Problem } from './problem.ts';

/** Every problem of a definition; none for a good one. */
export function checkDefinition(input: unknown): readonly Problem[] {
  const { draft, problems } = draftOf(input);
  const all = [...problems, ...checksOfDrafts.flatMap((check) => check(draft))];
  if (all.length > 0) return all;
  const definition = input as OrganizationDefinition;
  const organization = organizationOf(definition);
  const ofGrants = checkGrants(definition, organization);
  return [
    ...checkShares(organization),
    ...checkProtection(definition, organization),
    ...checkGroups(definition, organization),
    ...checkIdentityQuotas(organization),
    ...checkRecovery(definition, organization),
    ...checkEndings(definition, organization),
    ...checkStores(definition, organization),
    ...ofGrants,
    // of a grant that leads nowhere nobody can say what it needs
    ...(ofGrants.length > 0 ? [] : checkExceptions(definition, organization)),
  ];
}

const checksOfDrafts = [
  ...[checkNames, checkBucketNames, checkRegions, checkPhases, checkUnits, checkLimits],
  ...[checkPipelines, checkImages, checkPeople, checkDelegated, checkTrustedAccounts],
];

/**
 * Checks a definition and fills its defaults in.
 *
 * @throws DefinitionError with all problems, each with its path, the rule and the value
 */
export function parseOrganization(input: unknown): Organization {
  const problems = checkDefinition(input);
  if (problems.length > 0) throw new DefinitionError(problems);
  return organizationOf(input as OrganizationDefinition);
}
