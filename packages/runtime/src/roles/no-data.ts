import { type PolicyStatement, dataReads } from '@bulkhead/baseline';
import type { LocalRoleName } from '@bulkhead/model';
import type { RightClass } from './right.ts';
import { rightsByService } from './rights-by-service.ts';
import { type RightsTerms, keepsFromData, rightsOf } from './rights-of.ts';

/** Classes that show data, or lend the rights of what shows it. */
const revealing: readonly RightClass[] = ['read-data', 'read-secrets', 'run'];

/** Shells and functions of services that have no class here. */
const alsoKept: readonly string[] = ['athena:StartQueryExecution', 'iam:PassRole'];

/**
 * What stays denied to people where data is no longer harmless, whoever else allows it, the policy of a store for
 * instance: reading, and every way to act as a workload that reads.
 *
 * @param granted ARNs of stores that grants let the role read, in other accounts
 */
export function noData(
  role: LocalRoleName,
  terms: RightsTerms,
  granted: readonly string[] = [],
): readonly PolicyStatement[] {
  if (!keepsFromData(terms)) return [];
  const classes = rightsOf(role, terms);
  const allowed = actionsIn(classes);
  const denied = [...new Set([...dataReads, ...actionsIn(revealing), ...alsoKept])].filter((action) => {
    return action !== decrypt && !allowed.some((pattern) => covers(pattern, action));
  });
  const elsewhere = granted.length > 0 ? { NotResource: granted.flatMap((arn) => [arn, `${arn}/*`]) } : everywhere;
  return [
    { Sid: 'NoData', Effect: 'Deny', Action: denied.sort(), ...elsewhere },
    ...noDecryption(classes, granted),
    ...noDataLater(classes, terms.peopleReadData?.until),
  ];
}

const decrypt = 'kms:Decrypt';
const everywhere = { Resource: '*' } as const;

/** By itself, or through a service whose contents are not the role's to read. Keys of granted stores say it themselves. */
function noDecryption(classes: readonly RightClass[], granted: readonly string[]): readonly PolicyStatement[] {
  const through = classes.flatMap((each) => viaServices(each));
  const condition = {
    ...(through.length > 0 && { StringNotLike: { 'kms:ViaService': through } }),
    ...(granted.length > 0 && { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }),
  };
  return [
    {
      Sid: 'NoDecryption',
      Effect: 'Deny',
      Action: decrypt,
      ...everywhere,
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    },
  ];
}

/** A right that has ended is denied as well, so that nothing else can prolong it. */
function noDataLater(classes: readonly RightClass[], until: string | undefined): readonly PolicyStatement[] {
  if (until === undefined || !classes.includes('read-data')) return [];
  return [
    {
      Sid: 'NoDataLater',
      Effect: 'Deny',
      Action: actionsIn(['read-data']),
      ...everywhere,
      Condition: { DateGreaterThanEquals: { 'aws:CurrentTime': `${until}T00:00:00Z` } },
    },
  ];
}

const rightsIn = (classes: readonly RightClass[]) =>
  Object.values(rightsByService).flatMap((rights) => classes.flatMap((each) => rights[each] ?? []));

const actionsIn = (classes: readonly RightClass[]) => rightsIn(classes).flatMap(({ actions }) => actions);

const viaServices = (each: RightClass) =>
  rightsIn([each])
    .filter(({ actions }) => actions.includes(decrypt))
    .flatMap(({ condition }) => condition?.['StringLike']?.['kms:ViaService'] ?? []);

/** Whether one pattern of actions matches everything that another one does. */
const covers = (pattern: string, action: string) =>
  pattern === action || (pattern.endsWith('*') && action.startsWith(pattern.slice(0, -1)));
