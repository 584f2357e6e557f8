import type { ExceptionDefinition, GrantDefinition, GrantedUse, StoreKind } from '@bulkhead/model';
import { type GeneratedPhase, type GeneratedUnit, loader, recordsStore, sanitizedStore } from './generated-units.ts';

type Grant = GrantDefinition<GeneratedPhase>;
type NamedUnit = readonly [name: string, unit: GeneratedUnit];

/** What crosses between the accounts of generated units. */
export interface GeneratedGrants {
  readonly grants: Readonly<Record<string, Grant>>;
  readonly exceptions: Readonly<Record<string, ExceptionDefinition<GeneratedPhase>>>;
}

/** What units ask of each other's stores. */
const usualUses: Readonly<Record<StoreKind, GrantedUse>> = {
  bucket: 'read-data',
  table: 'read-data',
  queue: 'consume',
  topic: 'consume',
  secret: 'read-data',
  bus: 'publish',
  repository: 'read-data',
};

/**
 * A unit with a stage publishes there what its prod sanitized. One unit in three uses in prod what the unit before it has
 * there, and one in nine reads that unit's records from dev, by an exception.
 */
export function generatedGrants(units: Readonly<Record<string, GeneratedUnit>>): GeneratedGrants {
  const named = Object.entries(units);
  const pairs = named.flatMap(([name, unit], index) => {
    const before = index % 3 === 1 && unit.phases.includes('prod') ? named[index - 1] : undefined;
    return before ? [{ name, before, fromDev: index % 9 === 1 }] : [];
  });
  const exceptional = pairs.filter(({ fromDev }) => fromDev);
  return {
    grants: Object.fromEntries([
      ...named.filter(([, { phases }]) => phases.includes('prod') && phases.includes('stage')).map(sanitizing),
      ...pairs.flatMap(({ name, before }) => usingOthers(name, before)),
      ...exceptional.map(({ name, before: [owner] }): [string, Grant] => [
        devGrantName(name),
        {
          from: { unit: name, phase: 'dev', role: loader },
          to: { unit: owner, phase: 'prod', store: recordsStore },
          what: 'read-data',
          reason: 'a forecast is fitted to records as they are',
        },
      ]),
    ]),
    exceptions: Object.fromEntries(
      exceptional.map(({ name }) => [
        `${name}-forecast`,
        {
          of: { grant: devGrantName(name) },
          owner: `${name}@company.example`,
          reason: 'until the forecast runs in prod',
          until: '2030-06-30',
        },
      ]),
    ),
  };
}

const devGrantName = (unit: string) => `${unit}-dev-reads-records`;

const sanitizing = ([unit]: NamedUnit): [string, Grant] => [
  `${unit}-publishes-sanitized`,
  {
    from: { unit, phase: 'prod', role: loader },
    to: { unit, phase: 'stage', store: sanitizedStore },
    what: 'write-data',
    reason: 'changes are tried against records of a true size, without customers in them',
  },
];

/** Of the store that is the other unit's own kind. */
function usingOthers(name: string, [owner, { stores = {} }]: NamedUnit): readonly [string, Grant][] {
  return Object.entries(stores)
    .filter(([store]) => store !== recordsStore && store !== sanitizedStore)
    .map(([store, { kind }]) => [
      `${name}-uses-${store}`,
      {
        from: { unit: name, phase: 'prod', role: loader },
        to: { unit: owner, phase: 'prod', store },
        what: usualUses[kind],
        reason: `${name} works with what ${owner} keeps there`,
      },
    ]);
}
