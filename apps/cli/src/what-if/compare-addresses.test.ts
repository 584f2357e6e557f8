import { type StackContent, compareAddresses } from './compare-addresses.ts';

const stack = (resources: StackContent['resources'], spoken: readonly string[] = []): StackContent => ({
  resources,
  spoken,
});
const compare = (before: Readonly<Record<string, StackContent>>, after: Readonly<Record<string, StackContent>>) =>
  compareAddresses(new Map(Object.entries(before)), new Map(Object.entries(after)));

const role = { name: 'observer', '//': { metadata: { path: 'acme/observer' } } };
const none = { added: [], gone: [], moved: [], changed: [] };

test('equal stacks are not told, wherever their constructs stand', () => {
  const elsewhere = { ...role, '//': { metadata: { path: 'acme/people/observer' } } };
  expect(compare({ a: stack({ 'aws_iam_role.a': role }) }, { a: stack({ 'aws_iam_role.a': elsewhere }) })).toEqual([]);
});

test('stacks that come stand before those that go, and those before the rest', () => {
  const [one, two] = [stack({ 'aws_iam_role.a': role }), stack({ 'aws_iam_role.b': { name: 'b' } })];
  expect(compare({ a: one, c: one }, { a: two, b: one })).toEqual([
    { ...none, stack: 'b', is: 'new', added: ['aws_iam_role.a'] },
    { ...none, stack: 'c', is: 'gone', gone: [{ address: 'aws_iam_role.a', protected: false }] },
    {
      ...none,
      stack: 'a',
      is: 'kept',
      added: ['aws_iam_role.b'],
      gone: [{ address: 'aws_iam_role.a', protected: false }],
    },
  ]);
});

test('an equal resource of the same type under another address is told as moved', () => {
  expect(compare({ a: stack({ 'aws_iam_role.a': role }) }, { a: stack({ 'aws_iam_role.b': role }) })).toEqual([
    { ...none, stack: 'a', is: 'kept', moved: [{ from: 'aws_iam_role.a', to: 'aws_iam_role.b' }] },
  ]);
});

test.each([
  ['of another type', 'aws_iam_user.b', role],
  ['with other arguments', 'aws_iam_role.b', { name: 'other' }],
])('a resource %s has not moved there', (_, address, resource) => {
  const [kept] = compare({ a: stack({ 'aws_iam_role.a': role }) }, { a: stack({ [address]: resource }) });
  expect(kept).toMatchObject({ moved: [], added: [address], gone: [{ address: 'aws_iam_role.a' }] });
});

test('two equal resources move to one address only once', () => {
  const [kept] = compare(
    { a: stack({ 'aws_iam_role.a': role, 'aws_iam_role.b': role }) },
    { a: stack({ 'aws_iam_role.c': role }) },
  );
  expect(kept).toMatchObject({
    moved: [{ from: 'aws_iam_role.a', to: 'aws_iam_role.c' }],
    gone: [{ address: 'aws_iam_role.b' }],
  });
});

test('an address that the stack itself moves or removes is taken care of', () => {
  const before = { a: stack({ 'aws_iam_role.a': role, 'aws_iam_role.old': { name: 'old' } }) };
  const after = { a: stack({ 'aws_iam_role.b': role }, ['aws_iam_role.a', 'aws_iam_role.old']) };
  expect(compare(before, after)).toEqual([]);
});

test('what Terraform was told not to destroy is told as protected', () => {
  const account = { name: 'acme-bi-dev', lifecycle: { prevent_destroy: true } };
  const before = { a: stack({ 'aws_organizations_account.acme-bi-dev': account, 'aws_iam_role.a': role }) };
  expect(compare(before, { a: stack({}) })).toMatchObject([
    {
      gone: [
        { address: 'aws_iam_role.a', protected: false },
        { address: 'aws_organizations_account.acme-bi-dev', protected: true },
      ],
    },
  ]);
  expect(compare(before, {})).toMatchObject([{ is: 'gone', gone: [{ protected: false }, { protected: true }] }]);
});

test('other arguments at the same address are told as a change', () => {
  expect(
    compare({ a: stack({ 'aws_iam_role.a': role }) }, { a: stack({ 'aws_iam_role.a': { name: 'b' } }) }),
  ).toMatchObject([{ ...none, changed: ['aws_iam_role.a'] }]);
});
