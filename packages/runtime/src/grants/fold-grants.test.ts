import { allows } from './evaluate.fixture.ts';
import { foldGrants } from './fold-grants.ts';
import { sidesOf } from './grant-sides.ts';
import type { StoreKind } from '@bulkhead/model';
import { policyProblems } from './policy-limits.ts';
import { usesOf } from './uses-of.ts';
import { termsOf } from './terms.fixture.ts';

const grantee = (index: number) => {
  const accountId = String(222_200_000_100 + index);
  return { accountId, roleArn: `arn:aws:iam::${accountId}:role/workload/loader${index}` };
};
const queues = (count: number, until?: (index: number) => string | undefined) =>
  Array.from(
    { length: count },
    (_, index) =>
      sidesOf(termsOf('queue', 'consume', { name: `grant-${index}`, grantee: grantee(index), until: until?.(index) }))
        .resource,
  ).flat();

test('grants that say the same become one statement, which lets in each of the roles from its own account and no other', () => {
  const folded = foldGrants(queues(3));
  expect(folded.map(({ Sid }) => Sid)).toEqual(['GrantGrant0And2Others']);
  const enters = (roleArn: string) =>
    allows(folded, {
      action: 'sqs:ReceiveMessage',
      resource: 'arn:aws:sqs:eu-west-1:222200000007:orders',
      roleArn,
      context: { 'aws:PrincipalOrgID': 'o-exampleacme' },
    });
  for (const index of [0, 1, 2]) expect(enters(grantee(index).roleArn)).toBe(true);
  expect(enters('arn:aws:iam::222200000100:role/workload/loader1')).toBe(false);
  expect(enters('arn:aws:iam::222200000103:role/workload/loader3')).toBe(false);
});

test('grants that end on different days stay apart, and so does one of its own', () => {
  expect(foldGrants(queues(3, (index) => (index === 0 ? '2027-06-30' : undefined)))).toHaveLength(2);
  expect(foldGrants(queues(1))).toEqual(queues(1));
});

test.each(Object.keys(usesOf) as StoreKind[])('forty grants fit into the policy of a %s', (kind) => {
  const uses = Object.keys(usesOf[kind].uses) as (keyof (typeof usesOf)[StoreKind]['uses'])[];
  const statements = Array.from({ length: 40 }, (_, index) => {
    const use = uses[index % uses.length] ?? 'read-data';
    const terms = termsOf(kind, use, { name: `unit-${index}-reads`, grantee: grantee(index) });
    return sidesOf({ ...terms, until: index % 8 === 0 ? '2027-06-30' : undefined }).resource;
  }).flat();
  expect(policyProblems({ kind, name: 'orders' }, foldGrants(statements))).toEqual([]);
});

test('a policy that AWS would refuse is told by store and by how much', () => {
  const everyDay = (index: number) => `2027-06-${String((index % 28) + 1).padStart(2, '0')}`;
  expect(policyProblems({ kind: 'queue', name: 'orders' }, foldGrants(queues(22, everyDay)))).toEqual([
    expect.stringMatching(
      /^the policy of the queue orders has \d+ characters, AWS takes 8192: give fewer grants on it$/,
    ),
    'the policy of the queue orders has 22 statements, AWS takes 20: let fewer grants on it end',
  ]);
  expect(policyProblems({ kind: 'queue', name: 'orders' }, foldGrants(queues(51)))).toContain(
    'the policy of the queue orders names 51 accounts, AWS takes 50: give fewer grants on it',
  );
});
