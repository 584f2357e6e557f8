import { type Blocks, role } from '../small-organization.fixture.ts';
import { worldOf } from '../simulate/ask.fixture.ts';
import { getPrincipal, getResource } from './find-asked.ts';

const roleAt = (path: string) => ({ ...role('observer', { Service: 'ec2.amazonaws.com' }), path });
const world = (dev: Blocks) => worldOf({ dev, prod: { 'aws_iam_role.observer': roleAt('/bulkhead/') } });
const one = world({ 'aws_iam_role.observer': roleAt('/bulkhead/') });

test.each(['dev/bulkhead/observer', 'dev/observer', 'arn:aws:iam::100000000001:role/bulkhead/observer'])(
  'a role is known as %s',
  (asked) => {
    expect(getPrincipal(one, asked).name).toBe('dev/bulkhead/observer');
    expect(getResource(one, asked).name).toBe('dev/bulkhead/observer');
  },
);

test('a name without its path is asked for again where two have it', () => {
  const two = world({ 'aws_iam_role.a': roleAt('/bulkhead/'), 'aws_iam_role.b': roleAt('/team/') });
  expect(() => getPrincipal(two, 'dev/observer')).toThrow('dev/observer');
});
