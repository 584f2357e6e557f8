import fc from 'fast-check';
import { type Known, known, unknown } from './known.ts';
import type { SeededQuota, SeededRequest } from './in-memory-quota-desk.ts';
import { isOpen } from './limit-state.ts';
import type { Place } from './place.ts';
import type { QuotaDesk } from './quota-desk.ts';
import { planOrganization, reconcile } from './reconcile.ts';
import { now, reconciliationOf, worldWith } from './world.fixture.ts';

const template = await planOrganization(reconciliationOf(worldWith()));
const keyOf = ({ accountId, region }: Place, quotaCode: string) => `${accountId} ${region} ${quotaCode}`;
const limits = template.limits.flatMap(({ accountId, region, quotaCode, ceiling }) =>
  accountId === null ? [] : [{ place: { accountId, region }, quotaCode, ceiling }],
);
const ceilings = new Map(limits.map(({ place, quotaCode, ceiling }) => [keyOf(place, quotaCode), ceiling]));

/** One limit in any condition: granted around the ceiling, asked for or not, readable or not. */
const condition = fc.record({
  granted: fc.constantFrom(0, 0.5, 1, 1.5),
  adjustable: fc.boolean(),
  readable: fc.boolean(),
  automatic: fc.constantFrom<Known<'off' | 'notify' | 'adjust'>>(
    known('off'),
    known('off'),
    known('notify'),
    known('adjust'),
    unknown('throttled'),
  ),
  request: fc.option(
    fc.record({
      of: fc.constantFrom(0.5, 1, 2),
      status: fc.constantFrom('pending', 'case-opened', 'approved', 'denied', 'not-approved', 'case-closed', 'invalid'),
    }),
  ),
});
const conditions = fc.tuple(...limits.map((limit) => condition.map((its) => ({ ...limit, ...its }))));
type Conditions = typeof conditions extends fc.Arbitrary<infer Value> ? Value : never;

/** Automatic management belongs to a place: that of its first limit counts. */
const automaticIn = (all: Conditions, { accountId, region }: Place) =>
  all.find(({ place }) => place.accountId === accountId && place.region === region)?.automatic ?? known('off');

function worldIn(all: Conditions) {
  const world = worldWith({
    quotas: all.map(({ place, quotaCode, ceiling, granted, adjustable }): SeededQuota => ({
      place,
      quotaCode,
      vcpu: Math.floor(ceiling * granted),
      source: 'applied',
      adjustable,
    })),
    requests: all.flatMap(({ place, quotaCode, ceiling, request }, index): readonly SeededRequest[] => {
      if (!request) return [];
      const desired = Math.floor(ceiling * request.of);
      const id = `seeded-${index}`;
      return [{ place, id, quotaCode, desired, status: request.status, created: now, automatic: false }];
    }),
    automatic: (place) => automaticIn(all, place),
  });
  const unreadable = new Set(all.filter((each) => !each.readable).map((each) => keyOf(each.place, each.quotaCode)));
  const desk: QuotaDesk = {
    ...world.desk,
    quotas: async (place) =>
      new Map(
        [...(await world.desk.quotas(place))].map(([code, quota]) => [
          code,
          unreadable.has(keyOf(place, code)) ? unknown('throttled') : quota,
        ]),
      ),
  };
  return { taken: world.desk.taken, sources: { ...world, desk } };
}

test('in any condition, a plan raises to the ceiling and never beyond, once a quota, and never on what is unknown', async () => {
  await fc.assert(
    fc.asyncProperty(conditions, async (all) => {
      const plan = await planOrganization(reconciliationOf(worldIn(all).sources));
      for (const { place, quotaCode, from, to } of plan.actions) {
        const its = all.find((each) => keyOf(each.place, each.quotaCode) === keyOf(place, quotaCode));
        expect(to).toBe(its?.ceiling);
        expect(from).toBeLessThan(to);
        expect([its?.readable, automaticIn(all, place).known]).toEqual([true, true]);
        expect(its?.request && isOpen(its.request)).toBeFalsy();
      }
      const asked = plan.actions.map(({ place, quotaCode }) => keyOf(place, quotaCode));
      expect(new Set(asked).size).toBe(asked.length);
    }),
  );
});

test('in any condition, applying and planning again gives the empty plan', async () => {
  await fc.assert(
    fc.asyncProperty(conditions, async (all) => {
      const { taken, sources } = worldIn(all);
      const before = taken().length;
      const { plan, outcomes } = await reconcile(reconciliationOf(sources));
      expect(outcomes.filter(({ kind }) => kind !== 'applied')).toEqual([]);
      expect(taken()).toHaveLength(before + plan.actions.length);
      await expect(planOrganization(reconciliationOf(sources))).resolves.toMatchObject({ actions: [] });
    }),
  );
});

test('whatever AWS answers over the weeks, no ceiling is passed and nothing is asked for twice', async () => {
  const answers = fc.array(fc.constantFrom('approved', 'partly', 'denied', 'later'), { minLength: 4, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      let today = now;
      const { desk, ...others } = worldWith({ now: () => today });
      const left = [...given];
      for (let week = 0; week < 12; week++) {
        today = new Date(Date.parse(now) + week * 7 * 86_400_000).toISOString();
        await reconcile({ ...reconciliationOf({ desk, ...others }), now: today });
        for (const { id, desired } of desk.taken().filter(isOpen)) {
          const answer = left.shift() ?? 'approved';
          if (answer === 'partly') desk.answer(id, 'approved', desired - 1);
          else if (answer !== 'later') desk.answer(id, answer === 'denied' ? 'denied' : 'approved');
        }
      }
      const asked = desk.taken().map(({ place, quotaCode }) => keyOf(place, quotaCode));
      expect(new Set(asked).size).toBe(asked.length);
      for (const { place, quotaCode, desired } of desk.taken()) {
        expect(desired).toBe(ceilings.get(keyOf(place, quotaCode)));
      }
    }),
    { numRuns: 50 },
  );
});

test('a request that was denied is asked for again when AWS does not list it any more', async () => {
  let today = now;
  const world = worldWith({ now: () => today });
  await reconcile(reconciliationOf(world));
  const asked = world.desk.taken();
  for (const { id } of asked) world.desk.answer(id, 'denied');
  const planOn = (day: string) => {
    today = day;
    return planOrganization({ ...reconciliationOf(world), now: day });
  };
  await expect(planOn('2027-02-22T06:59:59.999Z')).resolves.toMatchObject({
    actions: [],
    summary: { limits: { denied: 9 } },
  });
  const { actions } = await planOn('2027-02-22T07:00:00.000Z');
  expect(actions).toHaveLength(asked.length);
});
