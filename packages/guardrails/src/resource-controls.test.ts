import { type OrganizationDefinition, parseOrganization } from '@bulkhead/model';
import { deniedBy } from './decide.fixture.ts';
import { example, exampleDefinition } from './organization.fixture.ts';
import { resourceControlsOf } from './resource-controls-of.ts';
import { targetName } from './target.ts';
import { idsOf } from './ids.fixture.ts';

const us = 'o-exampleorg1';
const statementsAt = (organization = example, ...names: readonly string[]) =>
  resourceControlsOf(organization, idsOf(organization))
    .filter(({ target }) => names.includes(targetName(target)))
    .flatMap(({ statements }) => statements);
const atRoot = statementsAt(example, 'root');

type Context = Readonly<Record<string, string>>;
const person: Context = { 'aws:PrincipalIsAWSService': 'false' };
const service: Context = { 'aws:PrincipalIsAWSService': 'true' };
const stranger: Context = { ...person, 'aws:PrincipalOrgID': 'o-somebodyels', 'aws:PrincipalAccount': '555500000001' };
const anybody: Context = { 'aws:PrincipalIsAWSService': 'false' };
const trusted: Context = { ...person, 'aws:PrincipalAccount': '999900000001', 'aws:PrincipalOrgID': 'o-paymentprov' };
const own: Context = { ...person, 'aws:PrincipalAccount': '111122223333', 'aws:PrincipalOrgID': us };

const guarded = ['s3:GetObject', 'kms:Decrypt', 'sqs:SendMessage', 'secretsmanager:GetSecretValue', 'sts:AssumeRole'];
const reached = (context: Context, actions = guarded) =>
  actions.filter((action) => deniedBy(atRoot, { action, context }).length === 0);

test.each([
  ['a principal of another organization', stranger, []],
  ['an account that is in no organization', { ...person, 'aws:PrincipalAccount': '555500000001' }, []],
  ['somebody anonymous', anybody, []],
  ['a principal of the organization', own, guarded],
  ['a trusted account', trusted, ['s3:GetObject', 'sts:AssumeRole']],
])('%s reaches no more than it is let in to', (_, context, actions) => {
  expect(reached(context)).toEqual(actions);
});

test.each([
  ['of this organization', { 'aws:SourceOrgID': us, 'aws:SourceAccount': '111122223333' }, guarded],
  // as where a service acts for the account that owns the resource, and says nothing
  ['that says no source', {}, guarded],
  [
    'of another organization',
    { 'aws:SourceOrgID': 'o-somebodyels', 'aws:SourceAccount': '555500000001' },
    ['sts:AssumeRole'],
  ],
  ['of an account without organization', { 'aws:SourceAccount': '555500000001' }, ['sts:AssumeRole']],
  [
    'of a trusted account',
    { 'aws:SourceOrgID': 'o-paymentprov', 'aws:SourceAccount': '999900000001' },
    ['s3:GetObject', 'sts:AssumeRole'],
  ],
])('an AWS service that works for something %s reaches no more than that may', (_, source, actions) => {
  expect(reached({ ...service, ...source })).toEqual(actions);
});

test('what AWS allows nobody to guard by accident is left alone: other services, and tokens at the root', () => {
  expect(reached(stranger, ['ec2:RunInstances', 'sts:AssumeRoleWithWebIdentity', 'sts:GetCallerIdentity'])).toEqual([
    'ec2:RunInstances',
    'sts:AssumeRoleWithWebIdentity',
    'sts:GetCallerIdentity',
  ]);
});

const github = (sub: string, aud = 'sts.amazonaws.com'): Context => ({
  'token.actions.githubusercontent.com:sub': sub,
  'token.actions.githubusercontent.com:aud': aud,
});
const gitlab = (sub: string, aud = 'https://gitlab.com'): Context => ({ 'gitlab.com:sub': sub, 'gitlab.com:aud': aud });
const cluster: Context = { 'oidc.eks.eu-west-1.amazonaws.com/id/A:sub': 'system:serviceaccount:shop:web' };
const plan = 'project_path:lab/platform:ref_type:branch:ref:develop';

test.each<readonly [promise: string, account: readonly string[], token: Context, becomes: boolean]>([
  ['an environment that applies', ['example-delivery'], github('repo:example/platform:environment:prod'), true],
  ['an environment that plans', ['example-delivery'], github('repo:example/platform:environment:prod-plan'), true],
  ['another environment', ['example-delivery'], github('repo:example/platform:environment:dev'), false],
  ['another repository', ['example-delivery'], github('repo:evil/platform:environment:prod'), false],
  ['a pull request', ['example-delivery'], github('repo:example/platform:pull_request'), false],
  ['another audience', ['example-delivery'], github('repo:example/platform:environment:prod', 'x'), false],
  ['another host', ['example-delivery'], gitlab(plan), false],
  ['a cluster in delivery', ['example-delivery'], cluster, false],
  ["the unit's own pipeline", ['example-lab-delivery'], gitlab(plan), true],
  ['another branch of it', ['example-lab-delivery'], gitlab('project_path:lab/platform:ref_type:branch:ref:x'), false],
  ["the enterprise's pipeline", ['example-lab-delivery'], github('repo:example/platform:environment:prod'), false],
  ['a pipeline in identity', ['example-identity'], github('repo:example/platform:environment:prod'), false],
  ['a cluster in shared services', ['example-shared-services'], cluster, false],
  [
    'a pipeline where workloads run',
    ['Runtime', 'example-shop-dev'],
    github('repo:example/platform:environment:prod'),
    false,
  ],
  ['a branch where workloads run', ['Runtime', 'example-lab-dev'], gitlab(plan), false],
  ['a Google account where workloads run', ['Runtime'], { 'accounts.google.com:sub': '1' }, false],
  ['a cluster where workloads run', ['Runtime', 'example-shop-dev'], cluster, true],
])('whether a token becomes somebody: %s at %s', (_, targets, token, becomes) => {
  const statements = statementsAt(example, 'root', ...targets);
  expect(deniedBy(statements, { action: 'sts:AssumeRoleWithWebIdentity', context: token }).length === 0).toBe(becomes);
});

test('a delivery account of two hosts takes tokens of both, each by its own list', () => {
  const { enterprise } = exampleDefinition;
  const definition: OrganizationDefinition = {
    ...exampleDefinition,
    enterprise: {
      ...enterprise,
      delivery: {
        pipelines: [
          ...enterprise.delivery.pipelines,
          { gitlab: 'example/data', environments: [{ name: 'prod', branch: 'main', planBranch: 'next' }] },
        ],
      },
    },
  };
  const statements = statementsAt(parseOrganization(definition), 'example-delivery');
  const becomes = (context: Context) =>
    deniedBy(statements, { action: 'sts:AssumeRoleWithWebIdentity', context }).length === 0;
  expect(becomes(github('repo:example/platform:environment:prod'))).toBe(true);
  expect(becomes(gitlab('project_path:example/data:ref_type:branch:ref:main'))).toBe(true);
  expect(becomes(gitlab('repo:example/platform:environment:prod'))).toBe(false);
  expect(becomes(gitlab('project_path:example/data:ref_type:branch:ref:main', 'sts.amazonaws.com'))).toBe(false);
});

const center = parseOrganization({
  ...exampleDefinition,
  enterprise: { ...exampleDefinition.enterprise, identity: { signIn: 'identity-center' } },
});
const reserved =
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_observer-dev_1';
const appRole = 'arn:aws:iam::111122223333:role/app';

test.each([
  ['with IAM users', example, appRole, true],
  ['with IAM users', example, reserved, true],
  ['with Identity Center', center, appRole, true],
  ['with Identity Center', center, reserved, false],
])('%s an assertion becomes no role but those of Identity Center (%#)', (_, organization, resource, denied) => {
  const call = { action: 'sts:AssumeRoleWithSAML', resource };
  expect(deniedBy(statementsAt(organization, 'root'), call).length > 0).toBe(denied);
});
