import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, type LocalAws, type World, startLocalAws } from '@bulkhead/local-aws';
import type { Lock } from '@bulkhead/model';
import { type Outcome, expectRefusal } from '../run-bulkhead.fixture.ts';
import type { ScratchFolder } from '../scratch-folder.fixture.ts';
import { runLimits } from './run-limits.fixture.ts';
import { askedOf, delivery, dev, openShop, prod, shop, shopLock, shopWorld, standard, wanted } from './shop.fixture.ts';

let aws: LocalAws | undefined;
let folder: ScratchFolder | undefined;
afterEach(async () => {
  await aws?.close();
  folder?.remove();
});

interface Scene {
  readonly aws: LocalAws;
  readonly folder: ScratchFolder;
  readonly limits: (...args: readonly string[]) => Promise<Outcome>;
}

async function scene(
  change: (world: World) => void = () => undefined,
  { lock = shopLock, env = {} }: { readonly lock?: Lock; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Scene> {
  const world = shopWorld();
  change(world);
  const here = { aws: await startLocalAws(world), folder: openShop(shop, lock) };
  ({ aws, folder } = here);
  return { ...here, limits: (...args) => runLimits(args, { ...here, env }) };
}

const accountOf = (world: World, id: string) => world.accounts.filter((account) => account.id === id);
const denied = (accountId: string, action: string) => (world: World) => {
  const role = world.roles.find((each) => each.accountId === accountId);
  role?.permissions.push({ Statement: { Effect: 'Deny', Action: action, Resource: '*' } });
};
const onlyDev = wanted.filter((each) => each.startsWith(dev));
const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' };
const nowhere = { ...noKeys, AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nowhere' };
const commands: readonly (readonly string[])[] = [['plan'], ['apply'], ['explain', 'shop-web-dev', 'm5.large']];

test.each(commands.map((args) => ({ args })))('without credentials, $args says what to do', async ({ args }) => {
  const { limits } = await scene(undefined, { env: nowhere });
  expectRefusal(await limits(...args), 'no AWS credentials can be used, sign in or set AWS_PROFILE');
});

test.each<[string, Partial<Fault>, string]>([
  ['expired credentials', { operation: 'sts:*', code: 'ExpiredToken' }, 'the credentials have expired, sign in again'],
  [
    'credentials that AWS does not know',
    { operation: 'sts:*', code: 'InvalidClientTokenId' },
    'AWS does not know the credentials',
  ],
  [
    'a controller that may not list accounts',
    { operation: 'organizations:*', code: 'AccessDeniedException' },
    `arn:aws:iam::${delivery}:role/bulkhead/controller may not call organizations:ListAccounts`,
  ],
])(
  '%s end every command with what to do',
  async (_, fault, message) => {
    const { limits, aws: machine } = await scene();
    machine.faults.set([{ kind: 'refuse', ...fault }]);
    const outcomes = await Promise.all(commands.map((args) => limits(...args)));
    for (const outcome of outcomes) expectRefusal(outcome, message);
    expect(askedOf(machine)).toEqual([]);
  },
  30_000,
);

/** Something is wrong with prod alone: it is told, nothing is done on it, and dev gets what it needs. */
test.each<[string, (world: World) => void, string, Lock]>([
  [
    'half of the accounts do not exist in AWS',
    (world) => (world.accounts = world.accounts.filter(({ id }) => id !== prod)),
    `shop-web-prod: AWS lists no account ${prod}, which the lock has for shop-web-prod; deploy the organization`,
    shopLock,
  ],
  [
    'an account is not in the lock yet',
    () => undefined,
    `shop-web-prod: the lock has no id for shop-web-prod, and AWS lists it as ${prod}; deploy the organization`,
    { ...shopLock, accounts: { 'shop-delivery': { id: delivery }, 'shop-web-dev': { id: dev } } },
  ],
  [
    'an account exists twice by name',
    (world) => world.accounts.push(...accountOf(world, prod).map((account) => ({ ...account, id: '000000000099' }))),
    `shop-web-prod: AWS lists 2 accounts named shop-web-prod (${prod}, 000000000099), rename or close`,
    shopLock,
  ],
  [
    'an account is suspended',
    (world) => accountOf(world, prod).forEach((account) => (account.state = 'SUSPENDED')),
    `shop-web-prod: account ${prod} is suspended, ask AWS Support or take it out of the definition`,
    shopLock,
  ],
  [
    'an account has another name in AWS',
    (world) => accountOf(world, prod).forEach((account) => (account.name = 'legacy')),
    `shop-web-prod: AWS calls account ${prod} legacy, the lock calls it shop-web-prod`,
    shopLock,
  ],
  [
    'the role of an account does not exist',
    (world) => (world.roles = world.roles.filter(({ accountId }) => accountId !== prod)),
    `may not call sts:AssumeRole on arn:aws:iam::${prod}:role/bulkhead/controller: deploy the account's stack`,
    shopLock,
  ],
  [
    'the role of an account lacks an action',
    denied(prod, 'servicequotas:ListServiceQuotas'),
    `arn:aws:iam::${prod}:role/bulkhead/controller may not call servicequotas:ListServiceQuotas in eu-west-1`,
    shopLock,
  ],
])(
  'where %s, it is told, nothing is done there, and it stops no other account',
  async (_, change, message, lock) => {
    const { limits, aws: machine } = await scene(change, { lock });
    const [plan, explained] = await Promise.all([limits('plan'), limits('explain', 'shop-web-prod', 'm5.large')]);
    expect(plan.exitCode).toBe(1);
    expect(plan.stdout).toMatch(/shop-web-prod +eu-west-1 +standard +32 +\? .* unknown +\?$/m);
    expect(plan.stdout).toContain('ask for L-1216C47A in shop-web-dev eu-west-1: 5 -> 20 vCPU');
    const apply = await limits('apply');
    expect(apply.exitCode).toBe(1);
    expect(explained.exitCode).toBe(1);
    expect(explained.stdout).toContain('granted ?');
    const told = message.replace(/^shop-web-prod: /, '');
    for (const { stdout } of [plan, apply, explained]) expect(stdout).toContain(told);
    for (const { stdout } of [plan, apply]) expect(stdout).toContain('2 of 5 limits and budgets could not be read');
    expect(askedOf(machine)).toEqual(onlyDev);
  },
  30_000,
);

test('a Region that is off in an account is unknown there, and the other Region goes on', async () => {
  const { limits, aws: machine } = await scene((world) => {
    for (const account of accountOf(world, prod)) account.regions = ['eu-west-1'];
  });
  const { exitCode, stdout } = await limits('apply');
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    `shop-web-prod eu-south-1: unknown, eu-south-1 is off in the account of arn:aws:iam::${prod}:`,
  );
  expect(askedOf(machine)).toEqual(wanted.filter((each) => !each.includes('eu-south-1')));
}, 30_000);

test('a quota that AWS answers without a value is unknown, and is not asked for', async () => {
  const { limits, aws: machine } = await scene((world) =>
    world.quotas.push({ accountId: dev, quotaCode: standard, errorReason: 'DEPENDENCY_SERVICE_ERROR' }),
  );
  const { exitCode, stdout } = await limits('apply');
  expect(exitCode).toBe(1);
  expect(stdout).toContain(`shop-web-dev eu-west-1: unknown, AWS could not read quota ${standard} in eu-west-1`);
  expect(askedOf(machine)).toEqual(wanted.filter((each) => each !== `${dev} eu-west-1 ${standard} 20`));
}, 30_000);

test('a role that may read and not ask fails action by action, and the other account gets its own', async () => {
  const { limits, aws: machine } = await scene(denied(dev, 'servicequotas:RequestServiceQuotaIncrease'));
  const { exitCode, stdout } = await limits('apply');
  expect(exitCode).toBe(1);
  const role = `arn:aws:iam::${dev}:role/bulkhead/controller`;
  expect(stdout).toContain(`failed, ${role} may not call servicequotas:RequestServiceQuotaIncrease in eu-west-1`);
  expect(askedOf(machine)).toEqual(wanted.filter((each) => each.startsWith(prod)));
}, 30_000);

test.each<[string, Fault, RegExp, string]>([
  [
    'instances',
    { operation: 'ec2:DescribeInstances', accountId: dev, kind: 'refuse', code: 'UnauthorizedOperation' },
    /shop-web-dev +eu-west-1 +standard +20 +5 +- +\? +to-request/,
    'shop-web-dev eu-west-1: what runs is unknown, ',
  ],
  [
    'budgets',
    { operation: 'budgets:*', kind: 'refuse', code: 'AccessDeniedException' },
    /shop-web-dev +500\.00 +\? +\?/,
    'shop-web-dev: what was spent is unknown, ',
  ],
])(
  '%s that cannot be read are a question mark with a reason, and never a zero',
  async (_, fault, row, reason) => {
    const { limits, aws: machine } = await scene();
    machine.faults.set([fault]);
    const { exitCode, stdout } = await limits('plan');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(row);
    expect(stdout).toContain(reason);
  },
  30_000,
);

test.each<[readonly string[], string]>([
  [['plan', '--unit', 'wbe'], 'no business unit is named wbe, did you mean web? choose from: web'],
  [['apply', '--phase', 'acceptance'], 'no unit has a phase acceptance, choose from: dev, prod'],
  [['explain', 'shop-web-stage', 'm5.large'], 'no runtime account is named shop-web-stage'],
  [['explain', 'shop-delivery', 'm5.large'], 'choose from: shop-web-dev, shop-web-prod'],
  [['explain', 'shop-web-dev', 'm5.lrge'], 'no EC2 instance type is named m5.lrge, did you mean m5.large?'],
  [['plan', '--timeout', 'soon'], 'seconds are a number above 0, up to 600, got: soon'],
  [['plan', '--timeout', '0'], 'seconds are a number above 0, up to 600, got: 0'],
])(
  '%j is refused with what there is, before AWS is asked',
  async (args, message) => {
    const { limits, aws: machine } = await scene();
    const outcome = await limits(...args);
    expect(outcome).toMatchObject({ exitCode: 1, stdout: '' });
    expect(outcome.stderr).toContain(message);
    expect(machine.calls.records).toEqual([]);
  },
  30_000,
);

test('an organization that was never deployed is told to be', async () => {
  const { limits } = await scene(undefined, { lock: {} });
  expectRefusal(await limits('plan'), 'shop is not deployed');
}, 30_000);

describe('a plan file', () => {
  const planned = async () => {
    const here = await scene();
    await here.limits('plan', '--out', 'plan.json');
    here.aws.calls.clear();
    return { ...here, text: readFileSync(join(here.folder.path, 'plan.json'), 'utf8') };
  };

  test.each<[string, (text: string) => string, string]>([
    [
      'was edited by hand',
      (text) => text.replaceAll('"to": 96', '"to": 960'),
      'must be the ceiling of 96 vCPU, got: 960',
    ],
    ['was cut off', (text) => text.slice(0, text.length / 2), 'it may be cut off'],
    ['is something else', () => '{"format":"terraform"}', "the plan file can't be applied, plan again"],
    [
      'is another organization’s',
      (text) => text,
      'plan.organization: must be store, whose limits are applied, got: shop',
    ],
  ])(
    'that %s is refused before AWS is asked',
    async (what, edit, message) => {
      const { limits, folder: here, aws: machine, text } = await planned();
      here.write('edited.json', edit(text));
      if (what.startsWith('is another')) {
        here.write('organization.json', JSON.stringify({ ...shop, name: 'store' }));
        const ids = { ...shopLock.accounts, 'store-delivery': { id: delivery } };
        here.write('organization.lock.json', JSON.stringify({ ...shopLock, accounts: ids }));
      }
      expectRefusal(await limits('apply', 'edited.json'), message);
      expect(machine.calls.records).toEqual([]);
    },
    30_000,
  );

  test('takes no other scope than its own', async () => {
    const { limits } = await planned();
    expectRefusal(await limits('apply', 'plan.json', '--unit', 'web'), 'leave out --unit');
  }, 30_000);

  test('that cannot be written is told, and no draft of it is left', async () => {
    const { limits, folder: here } = await planned();
    expectRefusal(await limits('plan', '--out', '.'), "the plan can't be written to .");
    expect(Object.keys(here.read())).toEqual(['organization.json', 'organization.lock.json', 'plan.json']);
  }, 30_000);
});
