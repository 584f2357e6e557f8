import type { PolicyStatement } from '@bulkhead/baseline';
import type { LocalRoleName } from '@bulkhead/model';
import { type Right, type RightClass, type ServiceRights } from './right.ts';
import { rightsByService } from './rights-by-service.ts';
import { type RightsTerms, rightsOf } from './rights-of.ts';

type Condition = NonNullable<PolicyStatement['Condition']>;

/** What a role of people may do besides looking, as one policy for each kind of services; kinds without rights have none. */
export function policiesOf(
  role: LocalRoleName,
  terms: RightsTerms,
  accountId: string,
): Readonly<Record<string, readonly PolicyStatement[]>> {
  const classes = rightsOf(role, terms);
  const policies = Object.entries(rightsByService).map(
    ([kind, rights]) =>
      [kind, statementsOf(rights, classes, { until: terms.peopleReadData?.until, accountId })] as const,
  );
  return Object.fromEntries(policies.filter(([, statements]) => statements.length > 0));
}

/** What two classes say alike is said once. */
function statementsOf(
  rights: ServiceRights,
  classes: readonly RightClass[],
  { until, accountId }: { readonly until: string | undefined; readonly accountId: string },
): readonly PolicyStatement[] {
  const all = classes.flatMap((each) => (rights[each] ?? []).map((right, index) => ({ each, right, index })));
  return all
    .filter(({ right }, position) => all.findIndex((earlier) => earlier.right === right) === position)
    .map(({ each, right, index }) => ({
      Sid: `${pascal(each)}${index === 0 ? '' : String(index + 1)}`,
      Effect: 'Allow',
      Action: right.actions,
      Resource: '*',
      ...conditionOf(right, accountId, each === 'read-data' ? until : undefined),
    }));
}

/** Until the beginning of the day, in AWS. */
function conditionOf(
  { condition, ownAccount }: Right,
  accountId: string,
  until: string | undefined,
): { readonly Condition?: Condition } {
  const ends: Condition = until === undefined ? {} : { DateLessThan: { 'aws:CurrentTime': `${until}T00:00:00Z` } };
  const own: Condition = ownAccount ? { StringEqualsIfExists: { 'aws:ResourceAccount': accountId } } : {};
  const whole = { ...condition, ...ends, ...own };
  return Object.keys(whole).length > 0 ? { Condition: whole } : {};
}

const pascal = (text: string) => text.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
