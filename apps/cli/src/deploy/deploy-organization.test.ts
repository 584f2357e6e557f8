import { type Lock, atMost, emptyLock, parseOrganization, stacksOf } from '@bulkhead/model';
import { chosenStacks } from './chosen-stacks.ts';
import { type Deployment, type DeploymentEvent, deployOrganization } from './deploy-organization.ts';
import type { Journal } from './journal.ts';
import type { Loss } from './losses.ts';
import { exampleDefinition } from './organization.fixture.ts';
import { planOrganization } from './plan-organization.ts';
import { StackError } from './stack-error.ts';
import type { StackRunner } from './stack-runner.ts';
import { UserError } from '../user-error.ts';

const definition = exampleDefinition({
  phases: { dev: { purpose: 'testing', data: 'synthetic', limits: [atMost(1, 'm5.large')] } },
});
const organization = parseOrganization(definition);
const names = stacksOf(organization).map(({ name }) => name);
const accounts = names.filter((name) => name !== 'example-organization' && name !== 'example-guardrails');

/** What the stacks of a real organization put into the lock. */
const outputs: Readonly<Record<string, Lock>> = {
  'example-organization': {
    organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
    organizationalUnits: Object.fromEntries(
      ['Enterprise', 'Runtime', 'Runtime/Dev', 'Suspended'].map((path, index) => [path, `ou-abcd-0000000${index}`]),
    ),
    accounts: Object.fromEntries(accounts.map((name, index) => [name, { id: `00000000001${index}` }])),
  },
  'example-shared-services': {
    sharedServices: { keys: { 'eu-west-1': 'arn:aws:kms' }, sinks: { 'eu-west-1': 'arn:aws:oam' } },
  },
};

/** AWS and the files of an organization, in memory. */
class World {
  lock: Lock = emptyLock;
  readonly written: Lock[] = [];
  readonly applied: string[] = [];
  readonly events: DeploymentEvent[] = [];
  readonly done = new Map<string, string>();
  /** What the plans of stacks destroy. */
  readonly losses = new Map<string, readonly Loss[]>();
  /** Stacks that fail, once each. */
  readonly failing = new Set<string>();
  /** What a stack holds, from the lock that it is synthesized from. */
  contentOf: (stack: string, lock: Lock) => string = (stack) => stack;
  /** Resolves the applies of a wave in another order than they were begun in. */
  delayOf: (stack: string) => number = () => 0;

  readonly journal: Journal = {
    has: (stack, digest) => this.done.get(stack) === digest,
    add: (stack, digest) => {
      this.done.set(stack, digest);
      return Promise.resolve();
    },
    remove: () => {
      this.done.clear();
      return Promise.resolve();
    },
  };

  readonly runner: StackRunner = {
    synthesize: () => Promise.resolve(new Map(names.map((name) => [name, this.contentOf(name, this.lock)]))),
    rehearse: () => Promise.resolve(),
    plan: (stack) => Promise.resolve({ summary: `${stack} to add`, losses: this.losses.get(stack) ?? [] }),
    apply: async (stack, judge) => {
      for (let turn = 0; turn < this.delayOf(stack); turn++) await Promise.resolve();
      if (this.failing.delete(stack)) throw new StackError(stack, 'Error: no');
      judge(this.losses.get(stack) ?? []);
      this.applied.push(stack);
      return { summary: 'applied', lock: outputs[stack] ?? { accounts: { [stack]: { deployer: true } } } };
    },
    destroy: () => Promise.reject(new Error('nothing is destroyed by a deployment')),
  };

  deployment(): Deployment {
    return {
      organization,
      lock: this.lock,
      runner: this.runner,
      journal: this.journal,
      writeLock: (lock) => {
        this.lock = lock;
        this.written.push(lock);
        return Promise.resolve();
      },
      report: (event) => this.events.push(event),
    };
  }
}

/** The lock can't name a stack that is no account. */
const withoutGuardrails = (world: World) => {
  const runner = { ...world.runner };
  return Object.assign(world.runner, {
    apply: async (stack: string, judge: (losses: readonly Loss[]) => void) => {
      const result = await runner.apply(stack, judge);
      return stack === 'example-guardrails' ? { ...result, lock: undefined } : result;
    },
  });
};

function newWorld(): World {
  const world = new World();
  withoutGuardrails(world);
  return world;
}

test('every stack is applied once, in the order of the waves', async () => {
  const world = newWorld();
  await deployOrganization(world.deployment());
  expect(world.applied).toEqual(names);
});

test('what a wave puts out stands in the lock before the next one is synthesized', async () => {
  const world = newWorld();
  const seen: Lock[] = [];
  const runner = { ...world.runner };
  Object.assign(world.runner, {
    synthesize: () => {
      seen.push(world.lock);
      return runner.synthesize();
    },
  });
  await deployOrganization(world.deployment());
  expect(seen[0]).toEqual(emptyLock);
  expect(seen.find(({ sharedServices }) => sharedServices)?.organization?.id).toBe('o-exampleorg1');
});

test('no id is lost when stacks of a wave end in another order than they were begun in', async () => {
  const world = newWorld();
  world.delayOf = (stack) => 40 - 10 * accounts.indexOf(stack);
  const lock = await deployOrganization(world.deployment());
  const others = accounts.filter((name) => name !== 'example-shared-services');
  expect(others.map((name) => lock.accounts?.[name]?.deployer)).toEqual(others.map(() => true));
  expect(world.lock).toEqual(lock);
});

test('a stack that fails lets the others of its wave finish, and keeps the next wave from beginning', async () => {
  const world = newWorld();
  world.failing.add('example-identity');
  await expect(deployOrganization(world.deployment())).rejects.toThrow(
    'example-identity failed\n\nError: no\n\nmend it and deploy again: what is done is skipped',
  );
  expect(world.applied).toEqual(names.filter((name) => !['example-identity', 'example-guardrails'].includes(name)));
});

test('run again after a failure, it skips what is done and goes on', async () => {
  const world = newWorld();
  world.failing.add('example-identity');
  await expect(deployOrganization(world.deployment())).rejects.toThrow();
  world.applied.length = 0;
  world.events.length = 0;
  await deployOrganization(world.deployment());
  expect(world.applied).toEqual(['example-identity', 'example-guardrails']);
  expect(world.events.filter(({ kind }) => kind === 'skipped')).toHaveLength(names.length - 2);
});

test('a stack that holds something else than when it was done is applied again', async () => {
  const world = newWorld();
  world.failing.add('example-guardrails');
  await expect(deployOrganization(world.deployment())).rejects.toThrow();
  world.applied.length = 0;
  world.contentOf = (stack) => (stack === 'example-delivery' ? 'changed' : stack);
  await deployOrganization(world.deployment());
  expect(world.applied).toEqual(['example-delivery', 'example-guardrails']);
});

test('a stack that the lock completes is applied again in its wave', async () => {
  const world = newWorld();
  world.contentOf = (stack, lock) =>
    stack === 'example-organization' ? `${stack} ${lock.organization?.managementAccountId ?? ''}` : stack;
  await deployOrganization(world.deployment());
  expect(world.applied.slice(0, 3)).toEqual([
    'example-organization',
    'example-organization',
    'example-shared-services',
  ]);
});

test('what a later wave changes in an earlier one is applied at the end', async () => {
  const world = newWorld();
  world.contentOf = (stack, lock) =>
    stack === 'example-shared-services' ? `${stack} ${String(lock.accounts?.['example-delivery']?.deployer)}` : stack;
  await deployOrganization(world.deployment());
  expect(world.applied).toEqual([...names, 'example-shared-services']);
});

test('a stack that changes with every pass ends the deployment, which says so', async () => {
  const world = newWorld();
  let pass = 0;
  world.contentOf = (stack) => (stack === 'example-organization' ? `${stack} ${pass++}` : stack);
  await expect(deployOrganization(world.deployment())).rejects.toThrow(
    'example-organization changed in each of 3 passes and would change again: deploy once more',
  );
  expect(world.applied.filter((stack) => stack === 'example-organization')).toHaveLength(6);
  expect(world.applied).toEqual(expect.arrayContaining(names));
});

test('what a person has to write into the lock holds up its own stack, and is told once', async () => {
  const world = newWorld();
  const { enterprise } = definition;
  const center = parseOrganization({
    ...definition,
    enterprise: { ...enterprise, identity: { signIn: 'identity-center' } },
  });
  await deployOrganization({ ...world.deployment(), organization: center });
  expect(world.applied).toEqual(names.filter((name) => name !== 'example-identity'));
  const waiting = { kind: 'waiting', stack: 'example-identity' };
  expect(world.events.filter(({ kind }) => kind === 'waiting')).toMatchObject([waiting]);

  world.applied.length = 0;
  const identityCenter = { instanceArn: 'arn:aws:sso', identityStoreId: 'd-0000000001', region: 'eu-west-1' };
  world.lock = { ...world.lock, identityCenter };
  await deployOrganization({ ...world.deployment(), organization: center });
  expect(world.applied).toEqual(['example-identity']);
  expect(world.done.size).toBe(0);
});

test('a deployment that is complete leaves no journal: the next one asks Terraform about every stack', async () => {
  const world = newWorld();
  await deployOrganization(world.deployment());
  expect(world.done.size).toBe(0);
  world.applied.length = 0;
  await deployOrganization(world.deployment());
  expect(world.applied).toEqual(names);
});

test('an id of the wrong form stops the deployment before it gets into the lock', async () => {
  const world = newWorld();
  Object.assign(world.runner, {
    apply: () => Promise.resolve({ summary: '', lock: { organization: { id: 'unknown' } } }),
  });
  await expect(deployOrganization(world.deployment())).rejects.toThrow('organization.id');
  expect(world.lock).toEqual(emptyLock);
});

const bucket: Loss = {
  address: 'aws_s3_bucket.store-orders',
  type: 'aws_s3_bucket',
  how: 'destroyed',
  tags: { DataClass: 'sensitive' },
  allTags: {},
};

test('a stack whose plan loses data is refused before it is applied, and the others of its wave are finished', async () => {
  const world = newWorld();
  world.losses.set('example-shop-dev', [bucket]);
  const refused = deployOrganization(world.deployment());
  await expect(refused).rejects.toThrow('example-shop-dev failed\n\nrefused, and nothing was changed in it');
  await expect(refused).rejects.toThrow('--destroy-data example-shop-dev/aws_s3_bucket.store-orders');
  expect(world.applied).toEqual(names.filter((name) => !['example-shop-dev', 'example-guardrails'].includes(name)));
  expect(world.done.has('example-shop-dev')).toBe(false);
});

test('a stack whose plan loses what a person named is applied', async () => {
  const world = newWorld();
  world.losses.set('example-shop-dev', [bucket]);
  const destroyData = ['example-shop-dev/aws_s3_bucket.store-orders'];
  await deployOrganization({ ...world.deployment(), destroyData });
  expect(world.applied).toEqual(names);
});

test('a dry run refuses what deploying refuses, once every stack is planned', async () => {
  const world = newWorld();
  await deployOrganization(world.deployment());
  world.applied.length = 0;
  world.events.length = 0;
  world.losses.set('example-identity', [bucket]);
  const refused = planOrganization(world.deployment());
  await expect(refused).rejects.toThrow('--destroy-data example-identity/aws_s3_bucket.store-orders');
  expect(world.events.filter(({ kind }) => kind === 'planned')).toHaveLength(names.length);
  const destroyData = ['example-identity/aws_s3_bucket.store-orders'];
  await planOrganization({ ...world.deployment(), destroyData });
  expect(world.applied).toEqual([]);
});

test('a plan names the stacks that wait for an earlier wave, and applies none', async () => {
  const world = newWorld();
  const { waiting } = await planOrganization(world.deployment());
  expect(waiting).toEqual(names.slice(1));
  expect(world.events).toContainEqual({
    kind: 'planned',
    stack: 'example-organization',
    summary: 'example-organization to add',
  });
  expect(world.applied).toEqual([]);
});

test('a stack that was not planned is told as such, with the reason, and not as planned', async () => {
  const deployment = newWorld().deployment();
  const events: DeploymentEvent[] = [];
  const plan = () => Promise.resolve({ notPlanned: 'its account has no planner' });
  const { notPlanned } = await planOrganization({
    ...deployment,
    runner: { ...deployment.runner, plan },
    report: (event) => events.push(event),
  });
  expect(notPlanned).toEqual(['example-organization']);
  expect(events.map(({ kind }) => kind)).toEqual(['started', 'not planned']);
});

test('only the stacks that were chosen are deployed, in their waves', async () => {
  const world = newWorld();
  await deployOrganization(world.deployment());
  world.applied.length = 0;
  world.events.length = 0;
  const stacks = chosenStacks(organization, { stacks: ['*-guardrails', 'example-shop-dev'] });
  await deployOrganization({ ...world.deployment(), stacks });
  expect(world.applied).toEqual(['example-shop-dev', 'example-guardrails']);
  expect(world.events.flatMap((event) => (event.kind === 'wave' ? [event.wave] : []))).toEqual([3, 4]);
});

test('a stack that is chosen before its wave can be made says which ids are missing', async () => {
  const world = newWorld();
  Object.assign(world.runner, { synthesize: () => Promise.resolve(new Map()) });
  const stacks = chosenStacks(organization, { units: ['shop'] });
  await expect(deployOrganization({ ...world.deployment(), stacks })).rejects.toThrow(
    "example-shop-dev can't be synthesized, organization.lock.json has no organization.id",
  );
});

test('a plan that Terraform fails on says what Terraform said, and blames nobody else', async () => {
  const deployment = newWorld().deployment();
  const plan = () => Promise.reject(new StackError('example-organization', 'Error: no credentials'));
  const failed = planOrganization({ ...deployment, runner: { ...deployment.runner, plan } });
  await expect(failed).rejects.toThrow(UserError);
  await expect(failed).rejects.toThrow('example-organization failed\n\nError: no credentials');
});
