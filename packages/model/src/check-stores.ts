import { namePattern, nameRule } from './account-names.ts';
import { isAbove, mostSensitiveIn } from './data-classes.ts';
import type { OrganizationDefinition } from './definition.ts';
import type { Organization } from './organization.ts';
import { isLocalRole } from './platform-names.ts';
import { type Path, type Problem, problemAt } from './problem.ts';
import { storeResourceName } from './store-names.ts';
import type { Store } from './stores.ts';
import { noAccountAt } from './unit-phase.ts';

const anyAccountId = '0'.repeat(12);

// S3 bucket naming rules; IAM, SQS, SNS, DynamoDB, Secrets Manager and EventBridge quotas, the least of them
const longest = { bucket: 63, role: 64, other: 64 };

/** Checks names, phases and classes of what stands and runs in units' accounts. Needs every default filled in. */
export function checkStores({ businessUnits }: OrganizationDefinition, organization: Organization): readonly Problem[] {
  return Object.entries(businessUnits).flatMap(([unit, { stores = {}, workloads = {}, phases }]) => [
    ...Object.entries(stores).flatMap(([name, store]) => {
      const path = ['businessUnits', unit, 'stores', name];
      const made = organization.stores.filter((each) => each.unit === unit && each.name === name);
      return [
        ...checkName(path, name),
        ...checkPhasesOf(path, store.phases, phases),
        ...checkLength(path, made),
        ...made.flatMap((each) => checkClass(path, each, organization)),
      ];
    }),
    ...Object.entries(workloads).flatMap(([name, workload]) => {
      const path = ['businessUnits', unit, 'workloads', name];
      return [
        ...checkName(path, name),
        ...(isLocalRole(name) ? [problemAt(path, 'is the name of a local role', name)] : []),
        ...(name.length > longest.role ? [tooLong(path, "a role's name", longest.role, name)] : []),
        ...checkPhasesOf(path, workload.phases, phases),
      ];
    }),
  ]);
}

const checkName = (path: Path, name: string) => (namePattern.test(name) ? [] : [problemAt(path, nameRule, name)]);

function checkPhasesOf(path: Path, phases: readonly string[] = [], known: readonly string[]): readonly Problem[] {
  return phases.flatMap((phase, index) =>
    known.includes(phase) ? [] : [noAccountAt([...path, 'phases', index], phase, known)],
  );
}

/** One problem for a store, that of its longest name. */
function checkLength(path: Path, stores: readonly Store[]): readonly Problem[] {
  const [name = ''] = stores.map((store) => storeResourceName(store, anyAccountId)).sort((a, b) => b.length - a.length);
  const bucket = stores.some(({ kind }) => kind === 'bucket');
  const most = bucket ? longest.bucket : longest.other;
  return name.length > most ? [tooLong(path, bucket ? "a bucket's name" : "a store's name", most, name)] : [];
}

const tooLong = (path: Path, what: string, most: number, name: string) =>
  problemAt(path, `${what} must have at most ${most} characters, this makes ${name.length}`, name);

function checkClass(path: Path, { unit, phase, data }: Store, organization: Organization): readonly Problem[] {
  const rules = organization.businessUnits
    .find(({ name }) => name === unit)
    ?.phases.find(({ name }) => name === phase)?.rules;
  if (rules === undefined) return [];
  if (!isAbove(data, mostSensitiveIn(organization, { unit, phase, dataClass: rules.data }))) return [];
  return [problemAt([...path, 'data'], `${phase} must not hold ${data} data, the most is ${rules.data}`, data)];
}
