import { worldOf } from './ask.fixture.ts';
import { checkQuestion } from './check-question.ts';

const check = (action: string, name: string) => {
  const resource = worldOf().resources.find((each) => each.name === name);
  if (!resource) throw new Error(`the world has no ${name}`);
  return checkQuestion({ action, resource });
};

test.each([
  ['s3:GetObject', 'dev/any-object'],
  ['s3:getobject', 'dev/any-object'],
  ['ec2:DescribeInstances', 'dev'],
])('%s on %s is a question', async (action, resource) => {
  await expect(check(action, resource)).resolves.toBeUndefined();
});

test.each([
  ['nope', 'dev/any-object', 'there is no such action'],
  ['s3:GetObjct', 'dev/any-object', 'there is no such action'],
  ['s33:GetObject', 'dev/any-object', 'there is no such service'],
  ['s3:GetObject', 'dev/any-key', 'the action is not about such a resource'],
  ['s3:GetObject', 'dev', 'the action is about one resource, name it'],
  ['ec2:DescribeInstances', 'dev/any-object', 'the action is about no resource, ask about account'],
])('%s on %s is none: %s', async (action, resource, says) => {
  await expect(check(action, resource)).rejects.toThrow(`nothing can be said about ${action} on `);
  await expect(check(action, resource)).rejects.toThrow(says);
});
