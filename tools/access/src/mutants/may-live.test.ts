import { allow } from '../small-organization.fixture.ts';
import { mayLive, mayLiveBy } from './may-live.ts';
import { mutantsOfStatement } from './mutants-of.ts';

const mutants = (stack: string, address: string, sid: string) =>
  mutantsOfStatement({ key: 'k', origin: { stack, address, sid }, document: { ...allow('s3:*'), Effect: 'Deny' } });

test('a mutant may live for a reason that is written down, and for no other', () => {
  const [known] = mutants('acme-bi-dev', 'aws_iam_policy.boundary', 'Lifting');
  const [unknown] = mutants('acme-bi-dev', 'aws_iam_policy.boundary', 'Opening');
  expect(known && mayLiveBy(mayLive, known)?.why).toMatch(/a second wall/);
  expect(unknown && mayLiveBy(mayLive, unknown)).toBeUndefined();
});
