import { attached, ids, policy } from '../small-organization.fixture.ts';
import { ask, worldOf } from '../simulate/ask.fixture.ts';

const perimeter = policy({
  ...{ Sid: 'Outside', Effect: 'Deny', Principal: '*', Action: ['s3:*', 'sqs:*'], Resource: '*' },
  Condition: {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ids.organization, 'aws:PrincipalAccount': '333300000001' },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  },
});
const tokens = policy({
  ...{ Sid: 'Tokens', Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRoleWithWebIdentity', Resource: '*' },
  Condition: { Null: { 'gitlab.com:sub': 'false' } },
});
const guarded = (content: string) =>
  worldOf({ organization: attached('perimeter', 'RESOURCE_CONTROL_POLICY', content, 'r-small') });

test.each([
  ['another organization', 'denied'],
  ['anonymous', 'denied'],
  ['trusted account 333300000001', 'allowed'],
  ['prod/any-administrator', 'allowed'],
])('what is left open in an account lets %s in: %s', async (who, decision) => {
  const answer = await ask(guarded(perimeter), { who, action: 's3:GetObject', resource: 'dev/open-object' });
  expect(answer.decision).toBe(decision);
});

test('an account that a guardrail names is a stranger to everything else', async () => {
  const asked = { who: 'trusted account 333300000001', action: 'sqs:SendMessage', resource: 'dev/any-queue' };
  expect((await ask(guarded(perimeter), asked)).decision).toBe('denied');
});

test.each([
  ['gitlab.com', 'denied'],
  ['token.actions.githubusercontent.com', 'allowed'],
  ['accounts.google.com', 'allowed'],
])('a token of %s has claims of its own issuer only: %s', async (issuer, decision) => {
  const who = `${issuer} a stranger in ${ids.dev}`;
  const asked = { who, action: 'sts:AssumeRoleWithWebIdentity', resource: 'dev/open-token-role' };
  expect((await ask(guarded(tokens), asked)).decision).toBe(decision);
});

test('an assertion of a directory that somebody trusts lets in, where nothing forbids it', async () => {
  const asked = {
    who: `a directory, a stranger in ${ids.dev}`,
    ...{ action: 'sts:AssumeRoleWithSAML', resource: 'dev/open-directory-role' },
  };
  expect((await ask(worldOf(), asked)).decision).toBe('allowed');
});
