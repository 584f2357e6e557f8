import { AttachPolicyCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { retryConflicts } from './retry-conflicts.ts';
import { type Example, dev, exampleWorld, management, startExample } from './world.fixture.ts';

const attach = 'organizations:AttachPolicy';
let example: Example;
beforeEach(async () => {
  const world = exampleWorld();
  const policy = { type: 'SERVICE_CONTROL_POLICY', content: '{}', description: '', awsManaged: false };
  world.policies.push({ ...policy, id: 'p-freeze001', name: 'acme-freeze' });
  example = await startExample(world);
});
afterEach(() => example.close());

function attachPolicy(): Promise<unknown> {
  const client = new OrganizationsClient({
    endpoint: example.aws.url,
    region: 'us-east-1',
    credentials: example.aws.credentialsFor(`arn:aws:iam::${management}:user/administrator`),
  });
  const command = () => new AttachPolicyCommand({ PolicyId: 'p-freeze001', TargetId: dev });
  return retryConflicts(() => client.send(command()), { retries: 2, firstDelay: 1 });
}

test.each(['ConcurrentModificationException', 'PolicyChangesInProgressException'])(
  'a call that AWS refuses with %s is made again until it goes through',
  async (code) => {
    example.aws.faults.set([{ operation: attach, kind: 'refuse', code, at: 1 }]);
    await attachPolicy();
    expect(example.aws.world.attachments).toContainEqual({ policyId: 'p-freeze001', targetId: dev });
    expect(example.aws.calls.counts()).toEqual({ [attach]: 2 });
  },
);

test.each([
  ['a conflict that stays', 'ConcurrentModificationException', 3],
  ['any other refusal, which is not repeated', 'ConstraintViolationException', 1],
])('%s rejects with what AWS said', async (_, code, attempts) => {
  example.aws.faults.set([{ operation: attach, kind: 'refuse', code }]);
  await expect(attachPolicy()).rejects.toMatchObject({ name: code });
  expect(example.aws.calls.counts()).toEqual({ [attach]: attempts });
});
