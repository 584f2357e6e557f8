import { accountDirectory, accountDirectoryActions } from './account-directory.ts';
import { billedUntil, billedWorld } from './billing.fixture.ts';
import { budgetLedger, budgetLedgerActions } from './budget-ledger.ts';
import { costExplorerActions, costExplorerChargeSource } from './cost-explorer-charge-source.ts';
import { quotaDesk, quotaDeskActions } from './quota-desk.ts';
import { addInventory, directoryOf, sharedServices } from './inventory.fixture.ts';
import { sessionActions } from './role-credentials.ts';
import { storeDirectoryActions } from './store-directory.ts';
import { usageMeter, usageMeterActions } from './usage-meter.ts';
import {
  type Example,
  controller,
  delivery,
  deny,
  dev,
  home,
  management,
  reader,
  standard,
  startExample,
} from './world.fixture.ts';

let example: Example;
beforeEach(async () => {
  const world = addInventory(billedWorld());
  world.quotas.push({ quotaCode: standard, value: null });
  world.budgets.push({ name: 'acme-retail-dev', limit: '1', timeUnit: 'MONTHLY', accountIds: [dev] });
  world.groups.push({
    ...home,
    name: 'empty',
    minSize: 0,
    maxSize: 1,
    desiredCapacity: 0,
    instanceTypes: ['m5.large'],
    suspendedProcesses: [],
  });
  example = await startExample(world, { start: billedUntil });
});
afterEach(() => example.close());

/** Everything that each adapter can be asked, one after the other. */
const adapters: readonly {
  readonly name: string;
  readonly actions: readonly string[];
  readonly accountId: string;
  readonly asks: (example: Example) => readonly (() => Promise<unknown>)[];
}[] = [
  {
    name: 'the quota desk',
    actions: quotaDeskActions,
    accountId: dev,
    asks: ({ session }) => {
      const desk = quotaDesk({ client: (place) => session.serviceQuotas(place) });
      return [
        () => desk.quotas(home),
        () => desk.requests(home),
        () => desk.automaticManagement(home),
        () => desk.request(home, standard, 100),
      ];
    },
  },
  {
    name: 'the usage meter',
    actions: usageMeterActions,
    accountId: dev,
    asks: ({ session }) => {
      const meter = usageMeter({
        ec2: (place) => session.ec2(place),
        autoScaling: (place) => session.autoScaling(place),
      });
      return [() => meter.usage(home)];
    },
  },
  {
    name: 'the account directory',
    actions: accountDirectoryActions,
    accountId: delivery,
    asks: ({ session }) => {
      const directory = accountDirectory({ client: session.organizations(), role: controller });
      return [() => directory.list()];
    },
  },
  {
    name: 'the budget ledger',
    actions: budgetLedgerActions,
    accountId: management,
    asks: ({ session }) => {
      const ledger = budgetLedger({ client: session.budgets(management), accountId: management, role: reader });
      return [() => ledger.budgets()];
    },
  },
  {
    name: 'the store directory',
    actions: storeDirectoryActions,
    accountId: sharedServices,
    asks: (each) => [() => directoryOf(each).list(), () => directoryOf(each).recordedAccounts()],
  },
  {
    name: 'the Cost Explorer source',
    actions: costExplorerActions,
    accountId: management,
    asks: ({ session }) => {
      const client = session.costExplorer(management);
      const source = costExplorerChargeSource({ client, role: reader, lastMonth: '2026-10' });
      return [() => source.describe(), () => source.total({ metric: 'billed', month: '2026-10' })];
    },
  },
];

/** IAM names DescribeBudgets otherwise, and needs nothing for GetCallerIdentity (Service Authorization Reference). */
const actionOf = (operation: string) => (operation === 'budgets:DescribeBudgets' ? 'budgets:ViewBudget' : operation);

test.each(adapters)('$name lists the actions that it calls, and no others', async ({ actions, asks }) => {
  for (const ask of asks(example)) await ask().catch(() => undefined);
  const called = new Set(Object.keys(example.aws.calls.counts()).map(actionOf));
  called.delete('sts:GetCallerIdentity');
  expect([...called].sort()).toEqual([...sessionActions, ...actions].sort());
});

const denials = adapters.flatMap((adapter) => adapter.actions.map((action) => ({ ...adapter, action })));

test.each(denials)('$name says that its role may not call $action', async ({ action, accountId, asks }) => {
  deny(example.aws.world, accountId, action);
  const outcomes = await Promise.allSettled(asks(example).map((ask) => ask()));
  const messages = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
  expect(messages).toContainEqual(
    expect.stringMatching(new RegExp(`arn:aws:iam::${accountId}:role/bulkhead/\\S+ may not call ${action} `)),
  );
});
