import { linkSync, readFileSync } from 'node:fs';
import { parsePlan } from '@bulkhead/controller';
import { type LocalAws, startLocalAws } from '@bulkhead/local-aws';
import pLimit from 'p-limit';
import type { OrganizationDefinition } from '@bulkhead/model';
import type { ScratchFolder } from '../scratch-folder.fixture.ts';
import { runLimits, startLimits } from './run-limits.fixture.ts';
import { askedOf, dev, openShop, prod, shop, shopWorld, standard } from './shop.fixture.ts';
import { type End, openWire } from './wire.fixture.ts';

// the smallest shop that has every kind of call: two pools in one account, one account in another Region
const { prod: prodPhase, dev: devPhase } = shop.phases;
if (!prodPhase || !devPhase) throw new Error('the shop has no dev and prod');
const definition: OrganizationDefinition = {
  ...shop,
  phases: { dev: devPhase, prod: { ...prodPhase, regions: ['eu-south-1'] } },
};
const wanted = [
  `${dev} eu-west-1 ${standard} 20`,
  `${dev} eu-west-1 L-417A185B 96`,
  `${prod} eu-south-1 ${standard} 64`,
];

interface Scene {
  readonly aws: LocalAws;
  readonly folder: ScratchFolder;
}

async function scene<Result>(play: (scene: Scene) => Promise<Result>): Promise<Result> {
  const world = shopWorld();
  world.quotas.push({ accountId: prod, region: 'eu-south-1', quotaCode: standard, value: null });
  const aws = await startLocalAws(world);
  const folder = openShop(definition);
  try {
    return await play({ aws, folder });
  } finally {
    await aws.close();
    folder.remove();
  }
}

/** Every call that a command makes where nothing goes wrong. */
const callsOf = (...args: readonly string[]) =>
  scene(async ({ aws, folder }) => {
    const wire = await openWire(aws);
    await startLimits(args, { aws, folder, env: { AWS_ENDPOINT_URL: wire.url } }).ended;
    await wire.close();
    return [...wire.calls].sort();
  });

/** Runs a command until it is killed at a call; says whether it was. */
async function runKilled(args: readonly string[], { aws, folder }: Scene, end: Omit<End, 'kill'>): Promise<unknown> {
  const wire = await openWire(aws, () => ({ ...end, kill: () => child.kill() }));
  const child = startLimits(args, { aws, folder, env: { AWS_ENDPOINT_URL: wire.url } });
  const { signal } = await child.ended;
  await wire.close();
  return signal;
}

const ends = (calls: readonly string[]) =>
  (['before', 'after'] as const).flatMap((when) => calls.map((call) => ({ call, when })));
const twoAtOnce = pLimit(2);
const requestsSent = ({ aws }: Scene) => aws.calls.counts()['servicequotas:RequestServiceQuotaIncrease'] ?? 0;

test('apply makes the same calls in every run, three for each action besides those of its plan', async () => {
  const [apply, again, plan] = [await callsOf('apply'), await callsOf('apply'), await callsOf('plan')];
  expect(apply).toEqual(again);
  expect(apply).toEqual(expect.arrayContaining(plan));
  expect(apply).toHaveLength(plan.length + 3 * wanted.length);
}, 30_000);

test('killed at any call, before or after it took effect, and run again, apply asks for each quota once', async () => {
  const points = ends(await callsOf('apply'));
  const results = await Promise.all(
    points.map((point) =>
      twoAtOnce(() =>
        scene(async (here) => {
          const signal = await runKilled(['apply'], here, point);
          const left = wanted.length - askedOf(here.aws).length;
          const { exitCode } = await runLimits(['apply'], here);
          const sent = requestsSent(here);
          return { ...point, signal, asked: askedOf(here.aws), sent, exitCode, expected: left > 0 ? 2 : 3 };
        }),
      ),
    ),
  );
  expect(results).toEqual(
    results.map(({ call, when, expected }) => ({
      call,
      when,
      signal: 'SIGKILL',
      asked: wanted,
      sent: wanted.length,
      exitCode: expected,
      expected,
    })),
  );
}, 600_000);

test('killed at any call, plan changes nothing and leaves the plan file of before; run again, it replaces it', async () => {
  const args = ['plan', '--out', 'plan.json'];
  const points = ends(await callsOf(...args)).filter(({ when }) => when === 'after');
  await scene(async (here) => {
    const plan = here.folder.write('plan.json', 'the plan of before');
    const before = here.folder.read();
    // one world for all of them: none changes it, nor anything in the folder
    const signals = await Promise.all(points.map((point) => twoAtOnce(() => runKilled(args, here, point))));
    expect(signals).toEqual(points.map(() => 'SIGKILL'));
    expect(here.folder.read()).toEqual(before);
    expect(await runLimits(args, here)).toMatchObject({ exitCode: 2 });
    expect(Object.keys(here.folder.read())).toEqual(Object.keys(before));
    expect(parsePlan(readFileSync(plan, 'utf8')).actions).toHaveLength(wanted.length);
    expect(askedOf(here.aws)).toEqual([]);
  });
}, 300_000);

test('a plan file is replaced in one step: who holds the one of before keeps all of it', async () => {
  await scene(async (here) => {
    const plan = here.folder.write('plan.json', 'the plan of before');
    linkSync(plan, `${plan}.held`);
    await runLimits(['plan', '--out', 'plan.json'], here);
    expect(readFileSync(`${plan}.held`, 'utf8')).toBe('the plan of before');
    expect(parsePlan(readFileSync(plan, 'utf8')).organization).toBe('shop');
  });
}, 30_000);
