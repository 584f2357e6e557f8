import { allow } from '../small-organization.fixture.ts';
import { mayLive, mayLiveBy } from './may-live.ts';
import { mutantsOfStatement } from './mutants-of.ts';

const mutants = (stack: string, address: string, sid: string) =>
  mutantsOfStatement({ key: 'k', origin: { stack, address, sid }, document: { ...allow('s3:*'), Effect: 'Deny' } });

test('a mutant may live for a reason that is written down, and for no other', () => {
  const [known] = mutants('acme-guardrails', 'aws_organizations_policy.acme-account-identity-1', 'Regions');
  const [unknown] = mutants('acme-guardrails', 'aws_organizations_policy.acme-account-identity-1', 'Identity');
  expect(known && mayLiveBy(mayLive, known)?.why).toMatch(/another statement denies/);
  expect(unknown && mayLiveBy(mayLive, unknown)).toBeUndefined();
});
