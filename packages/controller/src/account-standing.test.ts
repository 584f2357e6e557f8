import type { ListedAccount } from './account-directory.ts';
import { accountStanding } from './account-standing.ts';

const id = '000000000011';
const name = 'example-shop-dev';
const account = { name, unit: 'shop', phase: 'dev', id, budget: null };
const listed = (differs: Partial<ListedAccount> = {}): ListedAccount => ({ id, name, state: 'active', ...differs });

test.each<readonly [when: string, listed: readonly ListedAccount[], kind: string, says: string]>([
  ['no account has the id', [], 'missing', `AWS lists no account ${id}`],
  ['it is suspended', [listed({ state: 'suspended' })], 'suspended', 'is suspended'],
  ['it is closing', [listed({ state: 'closing' })], 'closed', 'is closing'],
  ['it is closed', [listed({ state: 'closed' })], 'closed', 'is closed'],
  ['it is being created', [listed({ state: 'pending' })], 'pending', 'still being created'],
  ['the name is there twice', [listed(), listed({ id: '000000000099' })], 'twice-by-name', `(${id}, 000000000099)`],
  ['the id has another name', [listed({ name: 'example-other' })], 'other-name', `calls account ${id} example-other`],
])('where %s, nothing is done in the account, and the reason says why', (_, accounts, kind, says) => {
  const standing = accountStanding(account, accounts);
  expect(standing.kind).toBe(kind);
  expect('reason' in standing ? standing.reason : '').toContain(says);
});

test('an account that the lock does not know says what AWS lists under its name', () => {
  const unlocked = { ...account, id: null };
  expect(accountStanding(unlocked, [listed()])).toMatchObject({
    kind: 'not-in-lock',
    reason: expect.stringContaining(id),
  });
  expect(accountStanding(unlocked, [])).toMatchObject({
    reason: expect.stringContaining('AWS lists no account of that name'),
  });
});

test('a name comes back after its account was closed', () => {
  const closed = listed({ id: '000000000099', state: 'suspended' });
  expect(accountStanding(account, [closed, listed()])).toEqual({ kind: 'active', id });
});
