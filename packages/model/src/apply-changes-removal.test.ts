import { applyChanges } from './apply-changes.ts';
import { parseChange } from './definition-change.ts';
import { example } from './definition.fixture.ts';
import { checkDefinition } from './parse-organization.ts';

const remove = parseChange('remove', 'unit=lab,phase=dev');

test('an account whose life is over is taken from the definition, with what stood and ran nowhere else', () => {
  const { lab } = example.businessUnits;
  const placed = { phases: ['dev'] } as const;
  const both = { phases: ['dev', 'prod'] } as const;
  const closed = {
    ...example,
    businessUnits: {
      ...example.businessUnits,
      lab: {
        ...lab,
        phases: ['dev', 'prod'],
        life: { dev: 'closed' },
        stores: { models: { kind: 'table', ...placed }, runs: { kind: 'bucket', ...both }, all: { kind: 'queue' } },
        workloads: { trainer: { runsOn: 'batch', ...placed } },
      },
    },
  } as unknown as typeof example;
  expect(checkDefinition(closed)).toEqual([]);
  const left = applyChanges(closed, [remove]);
  expect(checkDefinition(left)).toEqual([]);
  expect((left as typeof example).businessUnits['lab']).toEqual({
    ...{ owner: 'lab@example.com', costCenter: 'CC-3', delivery: 'own', phases: ['prod'] },
    regions: ['us-east-1', 'eu-west-1', 'eu-central-1'],
    stores: { runs: { kind: 'bucket', phases: ['prod'] }, all: { kind: 'queue' } },
  });
});

test('the life of a phase that stays is kept', () => {
  const { lab } = example.businessUnits;
  const ending = { ...lab, phases: ['dev', 'prod'], life: { dev: 'closed', prod: 'active' } };
  const definition = { ...example, businessUnits: { lab: ending } } as unknown as typeof example;
  expect((applyChanges(definition, [remove]) as typeof example).businessUnits['lab']?.life).toEqual({ prod: 'active' });
});
