import type { BusinessUnitDefinition, StoreKind, WorkloadService } from '@bulkhead/model';

export const generatedPhases = ['sandbox', 'dev', 'stage', 'prod', 'dr'] as const;
export type GeneratedPhase = (typeof generatedPhases)[number];

/** A unit of a generated organization. */
export type GeneratedUnit = BusinessUnitDefinition<GeneratedPhase>;

/** Regions that a generated unit may use, home first. */
export type UnitRegions = readonly ('eu-west-1' | 'eu-central-1' | 'us-east-1')[];

/** Every unit has it; in prod and dr it holds the sensitive data. */
export const recordsStore = 'records';
/** What is left of the records without customers in them, where a unit has a phase for it. */
export const sanitizedStore = 'records-sanitized';
const sanitized = { kind: 'bucket', phases: ['stage'] } as const;
/** Every unit runs it where it has data to load. */
export const loader = 'loader';

/** Units of four, three and two phases in turn, as those of acme: one in three has disaster recovery. */
const phasesInTurn: readonly (readonly GeneratedPhase[])[] = [
  ['dev', 'stage', 'prod', 'dr'],
  ['sandbox', 'dev', 'prod'],
  ['dev', 'prod'],
];

/** A unit's second store. As many as share no factor with the phases in turn, so that all kinds meet all phases. */
const furtherStores: readonly (readonly [name: string, kind: StoreKind])[] = [
  ['events', 'queue'],
  ['ledger', 'table'],
  ['news', 'topic'],
  ['partner', 'secret'],
  ['images', 'repository'],
  ['signals', 'bus'],
  ['exports', 'bucket'],
];

const servicesInTurn: readonly WorkloadService[] = ['ecs', 'lambda', 'ec2', 'eks', 'states'];

/** The units of so many runtime accounts, by name; the last one has fewer phases where they don't come out even. */
export function generatedUnits(
  accounts: number,
  regionsInTurn: readonly UnitRegions[],
): Readonly<Record<string, GeneratedUnit>> {
  const units: Record<string, GeneratedUnit> = {};
  for (let index = 0, left = accounts; left > 0; index += 1) {
    // alone, a sandbox would have nothing of what lasts
    const phases = left === 1 ? (['dev'] as const) : inTurn(phasesInTurn, index).slice(0, left);
    const name = `unit-${String(index + 1).padStart(3, '0')}`;
    units[name] = generatedUnit(index, phases, inTurn(regionsInTurn, index));
    left -= phases.length;
  }
  return units;
}

/** The same units, with nothing in their accounts. */
export function emptyUnits(units: Readonly<Record<string, GeneratedUnit>>): Readonly<Record<string, GeneratedUnit>> {
  return Object.fromEntries(Object.entries(units).map(([name, { stores: _, workloads: __, ...unit }]) => [name, unit]));
}

function generatedUnit(index: number, phases: readonly GeneratedPhase[], regions: UnitRegions): GeneratedUnit {
  const [further, kind] = inTurn(furtherStores, index);
  const lasting = phases.filter((phase) => phase !== 'sandbox');
  return {
    owner: `unit-${index + 1}@company.example`,
    costCenter: `CC-${index + 100}`,
    regions,
    phases,
    stores: {
      [recordsStore]: { kind: 'bucket' },
      [further]: { kind, phases: lasting },
      ...(phases.includes('stage') && { [sanitizedStore]: sanitized }),
    },
    workloads: {
      web: { runsOn: inTurn(servicesInTurn, index) },
      [loader]: { runsOn: 'batch', phases: lasting },
    },
    // takes over at home in another Region than any of prod's
    ...(phases.includes('dr') && { overrides: { dr: { regions: recoveryRegions(regions) } } }),
  };
}

/** As many Regions as the unit has, at home in one that it has not. */
const recoveryRegions = (regions: UnitRegions): UnitRegions => [
  ...(['eu-central-1', 'us-east-1'] as const).filter((region) => !regions.includes(region)).slice(0, 1),
  ...regions.slice(1),
];

function inTurn<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('needs at least one value to take in turn');
  return value;
}
