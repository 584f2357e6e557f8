import fc from 'fast-check';
import { crossing, crossingWith } from './crossing.fixture.ts';
import { checkDefinition } from './parse-organization.ts';

type Lives = Readonly<Record<string, Readonly<Record<string, string>>>>;

const life = fc.constantFrom('active', 'closing', 'closed');
const livesOf = (...phases: readonly string[]) => fc.record(Object.fromEntries(phases.map((phase) => [phase, life])));
const lives = fc.record({ shop: livesOf('dev', 'stage', 'prod', 'dr'), lab: livesOf('dev', 'prod') });

/** Where the definition has to be refused: each end of a grant that is no living account. */
const endsOver = (chosen: Lives): readonly string[] =>
  Object.entries(crossing.grants ?? {}).flatMap(([name, grant]) =>
    (['from', 'to'] as const)
      .filter((end) => chosen[grant[end].unit]?.[grant[end].phase] !== 'active')
      .map((end) => `grants.${name}.${end}.phase`),
  );

test('a grant stands between two accounts that live, whatever becomes of the others', () => {
  const seen = new Set<number>();
  fc.assert(
    fc.property(lives, (chosen) => {
      const definition = crossingWith(['businessUnits.shop.life', chosen.shop], ['businessUnits.lab.life', chosen.lab]);
      const refused = checkDefinition(definition).map(({ path }) => path);
      const expected = endsOver(chosen);
      seen.add(expected.length);
      expect(new Set(refused.filter((path) => path.startsWith('grants.')))).toEqual(new Set(expected));
    }),
    { examples: [[{ shop: { prod: 'active' }, lab: { dev: 'active', prod: 'active' } }]] },
  );
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
});
