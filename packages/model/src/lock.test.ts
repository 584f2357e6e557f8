import { LockError, emptyLock, mergeLock, parseLock, renderLock } from './lock.ts';

const lock = {
  organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
  accounts: { 'example-identity': { id: '000000000002' } },
};

test('a lock is read back as it was written', () => {
  expect(parseLock(renderLock(lock))).toEqual(lock);
});

test('the same ids give the same text in whatever order they came', () => {
  const { organization, accounts } = lock;
  expect(renderLock({ accounts, organization })).toBe(renderLock({ organization, accounts }));
});

test('what a deployment puts out is added, and nothing else is lost', () => {
  const merged = mergeLock(lock, { accounts: { 'example-delivery': { id: '000000000003' } } });
  expect(merged).toEqual({
    ...lock,
    accounts: { 'example-identity': { id: '000000000002' }, 'example-delivery': { id: '000000000003' } },
  });
  expect(mergeLock(merged, { accounts: { 'example-identity': { deployer: true } } }).accounts).toMatchObject({
    'example-identity': { id: '000000000002', deployer: true },
  });
  expect(mergeLock(emptyLock, lock)).toEqual(lock);
});

test.each([
  ['{', 'no JSON'],
  ['[]', 'the lock'],
  ['{"accounts": {"a": {"id": 12}}}', 'accounts.a.id: must be an account id of 12 digits'],
  ['{"accounts": {"a": {"id": "12"}}}', 'accounts.a.id: must be an account id of 12 digits'],
  ['{"organization": {"id": "x"}}', 'organization.id: must be an organization id'],
  ['{"organizationalUnits": {"Enterprise": "r-1234"}}', 'organizationalUnits.Enterprise'],
  [
    '{"identityCenter": {"instanceArn": "ssoins-1", "identityStoreId": "1234567890", "region": "eu-west-1"}}',
    'identityCenter.identityStoreId: must be an identity store id like d-1234567890',
  ],
  ['{"identityCenter": {"instanceArn": "arn:aws:sso:::instance/ssoins-1"}}', 'identityCenter.identityStoreId'],
])('the lock %s is refused with the place and the reason', (text, says) => {
  expect(() => parseLock(text)).toThrow(LockError);
  expect(() => parseLock(text)).toThrow(says);
});

test('a deployment that puts out a wrong id never gets it into the lock', () => {
  expect(() => mergeLock(lock, { accounts: { 'example-identity': { id: 'unknown' } } })).toThrow(LockError);
});
