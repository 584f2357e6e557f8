import type { Grant } from '@bulkhead/model';
import { type Blocks, allow, ids, policy, role } from '../small-organization.fixture.ts';
import { type Stacks, worldOf } from '../simulate/ask.fixture.ts';
import { root } from '../simulate/cases.fixture.ts';
import { simulator } from '../simulate/simulator.ts';
import { conceivableSteps, trustGraph } from '../trust/trust-graph.ts';
import { checkPromises, holds } from './check-promises.ts';
import { pairPromises } from './pair-promises.ts';

const bucket = `prod-orders-${ids.prod}`;
const objects = `arn:aws:s3:::${bucket}/*`;

const workload: Blocks = {
  'aws_iam_role.web': { ...role('web', { Service: 'ec2.amazonaws.com' }), path: '/workload/' },
};

const grant: Grant = {
  name: 'shop-reads-orders',
  from: { unit: 'shop', phase: 'dev', account: 'dev', role: 'web', rolePath: '/workload/' },
  to: {
    ...{ name: 'orders', unit: 'bi', phase: 'prod', account: 'prod' },
    ...{ kind: 'bucket', data: 'sensitive', region: 'eu-west-1' },
  },
  ...{ what: 'read-data', reason: 'a test', until: undefined },
};

/** A bucket of prod that lets dev do something. */
const opened = (action: string, who?: string): Blocks => ({
  'aws_s3_bucket.orders': { bucket },
  'aws_s3_bucket_policy.orders': {
    bucket,
    policy: policy(
      allow(action, objects, {
        Principal: root(ids.dev),
        ...(who !== undefined && {
          Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ids.dev}:role/workload/${who}` } },
        }),
      }),
    ),
  },
});

async function broken(stacks: Stacks, grants: readonly Grant[] = []): Promise<readonly string[]> {
  const world = worldOf(stacks);
  const { ask } = simulator(world);
  const graph = await trustGraph(conceivableSteps(world), ask);
  const results = await checkPromises(pairPromises(world, grants), world, graph, ask);
  return results.filter((each) => !holds(each)).map(({ promise }) => promise.sentence);
}

test('every two units and every two phases have promises of their own, in both directions', () => {
  const said = pairPromises(worldOf(), []).map(({ sentence }) => sentence);
  expect(said.filter((each) => each.startsWith('who works') || each.includes('touches nothing in'))).toEqual([
    'who works in an account of shop touches nothing of bi',
    'who works in an account of bi touches nothing of shop',
    'what is lost in dev touches nothing in prod',
    'what is lost in prod touches nothing in dev',
  ]);
});

test('where nothing is opened, they hold', async () => {
  expect(await broken({ dev: workload, prod: workload })).toEqual([]);
});

test.each<{ opens: string; prod: Blocks; breaks: readonly string[] }>([
  {
    opens: 'a bucket to a whole account of another unit',
    prod: opened('s3:GetObject'),
    breaks: [
      'who works in an account of shop touches nothing of bi',
      'a fully privileged workload of shop reaches no data of bi without a grant, though it knows the name',
      'what is lost in dev touches nothing in prod',
    ],
  },
  {
    opens: 'a bucket to a workload without a grant',
    prod: opened('s3:GetObject', 'web'),
    breaks: ['a fully privileged workload of shop reaches no data of bi without a grant, though it knows the name'],
  },
  {
    opens: 'deletion to a workload of a lower phase',
    prod: opened('s3:DeleteObject', 'web'),
    breaks: [
      'a fully privileged workload of shop reaches no data of bi without a grant, though it knows the name',
      'what is lost in dev changes and deletes nothing in prod, grants or not, whatever it is allowed',
    ],
  },
])('they notice who opens $opens', async ({ prod, breaks }) => {
  expect(await broken({ dev: workload, prod: { ...workload, ...prod } })).toEqual(breaks);
});

test('what a grant names is left to the promises of that grant', async () => {
  expect(await broken({ dev: workload, prod: { ...workload, ...opened('s3:GetObject', 'web') } }, [grant])).toEqual([]);
});
