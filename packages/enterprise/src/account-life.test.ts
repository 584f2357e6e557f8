import { type AccountLife, mergeLock, parseOrganization } from '@bulkhead/model';
import { App, type TerraformStack, Testing } from 'cdktf';
import { definition, fullLock } from './context.fixture.ts';
import { OrganizationStack } from './organization-stack.ts';

interface Synthesized {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly removed?: readonly unknown[];
}

/** The organization's stack where the shop's dev account has a life; its lock is that of before. */
function stackWith(life: AccountLife): Synthesized {
  const { shop, ...units } = definition.businessUnits;
  const businessUnits = { ...units, shop: { ...shop, life: { dev: life } } };
  return synthesized({ ...definition, businessUnits });
}

function synthesized(changed: unknown, lock = fullLock(definition)): Synthesized {
  const app = new App();
  const stack: TerraformStack = new OrganizationStack(app, {
    organization: parseOrganization(changed),
    lock,
    folder: '/organization',
  });
  return JSON.parse(Testing.synth(stack, true)) as Synthesized;
}

const account = 'example-shop-dev';
const id = fullLock(definition).accounts?.[account]?.id ?? 'none';

test('a closing account moves to Suspended, in place, and keeps its name and owners', () => {
  const [active, closing] = [stackWith('active'), stackWith('closing')];
  const { parent_id: parent, ...rest } = closing.resource['aws_organizations_account']?.[account] ?? {};
  const { parent_id: was, ...before } = active.resource['aws_organizations_account']?.[account] ?? {};
  expect([was, parent]).toEqual([
    '${aws_organizations_organizational_unit.unit-Runtime-Dev.id}',
    '${aws_organizations_organizational_unit.unit-Suspended.id}',
  ]);
  expect(rest).toEqual(before);
  expect(closing.removed).toBeUndefined();
});

test('a closed account is forgotten by Terraform, which destroys nothing of it, and its spend keeps an owner', () => {
  const { resource, removed } = stackWith('closed');
  expect(resource['aws_organizations_account']?.[account]).toBeUndefined();
  expect(removed).toEqual([{ from: `aws_organizations_account.${account}`, lifecycle: { destroy: false } }]);
  for (const category of Object.values(resource['aws_ce_cost_category'] ?? {})) {
    expect(JSON.stringify(category)).toContain(`"${id}"`);
  }
});

test('an account that the lock alone knows any more is forgotten, too, and not destroyed', () => {
  const lock = mergeLock(fullLock(definition), { accounts: { 'example-media-dev': { id: '100000000099' } } });
  const { removed } = synthesized(definition, lock);
  expect(removed).toEqual([{ from: 'aws_organizations_account.example-media-dev', lifecycle: { destroy: false } }]);
});
