import {
  DefinitionChangeError,
  DefinitionError,
  type DefinitionChange,
  type Organization,
  type OrganizationChanges,
  type OrganizationDefinition,
  type Problem,
  applyChanges,
  changesBetween,
  parseOrganization,
} from '@bulkhead/model';
import { endedOn, endingSoon } from '../ended.ts';
import { type LoadedOrganization, readDefinition } from '../load-definition.ts';
import { UserError } from '../user-error.ts';
import { type AccountsLeft, accountsLeft } from './accounts-left.ts';
import { type BudgetSum, budgetSums } from './budget-sums.ts';
import { type StackAddresses, compareAddresses } from './compare-addresses.ts';
import { type HeldGrant, heldBy, removedBy } from './going-accounts.ts';
import { type QuotaRequests, quotaRequests } from './request-batches.ts';
import { type RoomFinding, roomChanges } from './room-changes.ts';
import { builtProgram, synthesizeBoth } from './synthesize-program.ts';

/** What changes of a definition would mean. */
export type WhatIf =
  | {
      /** The changed definition is no good one: nothing else follows from it. */
      readonly good: false;
      readonly organization: string;
      readonly problems: readonly [Problem, ...Problem[]];
      /** Accounts that would go besides: Terraform forgets them. */
      readonly removed: readonly string[];
      /** What others are granted in those accounts. */
      readonly held: readonly HeldGrant[];
    }
  | {
      readonly good: true;
      readonly organization: string;
      readonly problems: readonly [];
      /** What was filled in for the person who asked. */
      readonly assumed: readonly string[];
      readonly changes: OrganizationChanges;
      readonly accounts: AccountsLeft;
      /** Exceptions and accounts that are over: nothing is deployed with them. */
      readonly ended: readonly string[];
      /** Those that end within two weeks. */
      readonly endings: readonly string[];
      readonly guardrails: RoomFinding;
      readonly quotas: QuotaRequests;
      readonly budgets: readonly BudgetSum[];
      readonly terraform: TerraformFinding;
    };

/** What becomes of Terraform's addresses; or why it can't be told. */
export type TerraformFinding =
  | { readonly known: true; readonly stacks: readonly StackAddresses[] }
  | { readonly known: false; readonly reason: string };

export interface WhatIfOptions {
  readonly workspace: string;
  /** Whether Terraform is written, to a folder that is removed again, and compared. */
  readonly terraform: boolean;
  readonly now: Date;
}

/**
 * What changes of an organization would mean. Writes nothing that stays, asks AWS nothing.
 *
 * @throws UserError when a change finds nothing to change, or when the organization's program fails
 */
export async function whatIf(
  { organization: before, lock, files }: LoadedOrganization,
  changes: readonly DefinitionChange[],
  { workspace, terraform, now }: WhatIfOptions,
): Promise<WhatIf> {
  const definition = (await readDefinition(files.definition)) as OrganizationDefinition;
  const after = changed(definition, changes);
  if (after instanceof DefinitionError) {
    const removed = removedBy(before, changes);
    const held = heldBy(before, changes, removed);
    return { good: false, organization: before.name, problems: atLeastOne(after), removed, held };
  }
  const program = terraform ? builtProgram(files) : { missing: 'not asked for' };
  const guardrails = roomChanges(before, after, lock);
  return {
    good: true,
    organization: before.name,
    problems: [],
    assumed: assumedFor(before, changes),
    changes: changesBetween(before, after),
    accounts: accountsLeft(before, after),
    ended: endedOn(after, now),
    endings: endingSoon(after, now),
    guardrails,
    quotas: quotaRequests(before, after),
    budgets: budgetSums(before, after),
    terraform:
      'missing' in program
        ? { known: false, reason: program.missing }
        : guardrails.fits
          ? { known: true, stacks: compareAddresses(...(await synthesizeBoth(program.file, workspace, changes))) }
          : { known: false, reason: 'guardrails that do not fit are not written' },
  };
}

/**
 * Whether a person has to mend something before it can be deployed: a bad definition, guardrails that don't fit, what has
 * ended, or more accounts than AWS lets the organization have.
 */
export const isWrong = (finding: WhatIf) =>
  !finding.good || !finding.guardrails.fits || finding.ended.length > 0 || finding.accounts.left < 0;

function changed(
  definition: OrganizationDefinition,
  changes: readonly DefinitionChange[],
): Organization | DefinitionError {
  try {
    return parseOrganization(applyChanges(definition, changes));
  } catch (error) {
    if (error instanceof DefinitionError) return error;
    throw error instanceof DefinitionChangeError ? new UserError(error.message, { cause: error }) : error;
  }
}

function atLeastOne(error: DefinitionError): readonly [Problem, ...Problem[]] {
  const [first, ...others] = error.problems;
  if (first === undefined) throw error;
  return [first, ...others];
}

function assumedFor(before: Organization, changes: readonly DefinitionChange[]): readonly string[] {
  const { enterprise, businessUnits } = before;
  const units = new Set(businessUnits.map(({ name }) => name));
  return changes.flatMap((change) => {
    if (change.kind === 'remove' && 'unit' in change && change.phases === undefined) units.delete(change.unit);
    if (change.kind !== 'add' || units.has(change.unit)) return [];
    const { unit, owner, costCenter } = change;
    units.add(unit);
    return [
      ...(owner === undefined ? [`${unit}: owner ${enterprise.owner} until you write one`] : []),
      ...(costCenter === undefined ? [`${unit}: cost center ${enterprise.costCenter} until you write one`] : []),
    ];
  });
}
