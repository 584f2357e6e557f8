import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Policy, StatementDocument } from '../policy/policy.ts';
import { allow, attached, ids, policy, role } from '../small-organization.fixture.ts';
import { actionClasses } from './action-classes.ts';
import { worldOf } from './ask.fixture.ts';
import type { Question } from './question.ts';
import { requestContext, valuesIn } from './request-context.ts';
import { simulator } from './simulator.ts';

const except = (...roles: readonly string[]) => ({ Condition: { ArnNotLike: { 'aws:PrincipalArn': roles } } });
const deny = (Sid: string, document: StatementDocument): StatementDocument => ({ ...document, Sid, Effect: 'Deny' });
const { Action: _, ...elsewhere } = allow([], '*', {
  Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
});

/** Statements of every form that guardrails and roles have. */
const world = worldOf({
  organization: {
    ...attached(
      'root',
      'SERVICE_CONTROL_POLICY',
      policy(
        deny('Regions', { ...elsewhere, NotAction: ['iam:*', 'sts:*', 's3:Get*'] }),
        deny(
          'Roles',
          allow(['iam:*Role*', 'iam:PassRole'], 'arn:aws:iam::*:role/web', except('arn:aws:iam::*:role/admin')),
        ),
        deny(
          'Types',
          allow('ec2:RunInstances', '*', { Condition: { StringNotEquals: { 'ec2:InstanceType': 'm5.large' } } }),
        ),
      ),
      'r-small',
    ),
    ...attached(
      'prod',
      'SERVICE_CONTROL_POLICY',
      policy(deny('Delete', allow(['s3:Delete*', 'dynamodb:Delete*', 'kms:Schedule*']))),
      ids.prod,
    ),
  },
  dev: {
    'aws_iam_role.web': role('web', { AWS: `arn:aws:iam::${ids.prod}:root` }),
    'aws_iam_role_policy.web': {
      role: 'web',
      name: 'web',
      policy: policy(
        allow(['s3:*', 'iam:Get*', 'sts:AssumeRole'], ['*']),
        deny('Own', allow('s3:PutObject', ['arn:aws:s3:::orders/2026/*', 'arn:aws:s3:::orders/?.txt'])),
      ),
    },
    'aws_s3_bucket.orders': { bucket: 'orders' },
    'aws_s3_bucket_policy.orders': {
      bucket: 'orders',
      policy: policy(
        allow('s3:*', ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'], { Principal: { AWS: ids.prod } }),
        {
          Sid: 'Kept',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:Delete*',
          NotResource: 'arn:aws:s3:::orders/drafts/*',
        },
      ),
    },
  },
});

/** The simulator as it comes, with whole policies and all that is known of the request. */
async function plainly(question: Question): Promise<string> {
  const { principal, action, resource } = question;
  const context = requestContext(question, world.organization.id);
  const document = (each: Policy) => ({ Version: '2012-10-17', Statement: each.statements.map((one) => one.document) });
  const named = (each: Policy) => ({ name: each.name, policy: document(each) });
  const result = await runSimulation(
    {
      request: {
        principal: principal.arn,
        action,
        resource: { resource: resource.arn, accountId: resource.account.id },
        contextVariables: valuesIn(context) as Record<string, string | string[]>,
      },
      identityPolicies: principal.policies.map(named),
      serviceControlPolicies: (principal.account?.levels ?? []).map(({ target, serviceControl }) => ({
        orgIdentifier: target,
        policies: serviceControl.map(named),
      })),
      resourceControlPolicies: [],
      ...(resource.policies[0] && { resourcePolicy: document(resource.policies[0]) }),
    },
    {
      simulationMode: 'Discovery',
      discoveryContextKeyConstraints: Object.keys(context).map((keyName) => ({
        keyName,
        presenceIsKnown: true,
        valueIsKnown: true,
      })),
    },
  );
  if (result.resultType !== 'single') return 'error';
  if (result.overallResult !== 'Allowed') return 'denied';
  return result.result.analysis.conditions ? 'conditional' : 'allowed';
}

const principals = world.principals.filter(
  ({ kind }) => kind === 'role' || kind === 'any-administrator' || kind === 'outsider',
);
const questions = principals.flatMap((principal) =>
  world.resources.flatMap((resource) =>
    Object.values(actionClasses)
      .flatMap((each) => each[resource.kind] ?? [])
      .map((action): Question => ({ principal, action, resource })),
  ),
);

test('leaving out what has no say, and asking once for accounts of one shape, changes no answer', async () => {
  const { ask } = simulator(world);
  const differences: string[] = [];
  const seen = new Map<string, number>();
  for (const question of questions) {
    const [{ decision }, plain] = [await ask(question), await plainly(question)];
    seen.set(plain, (seen.get(plain) ?? 0) + 1);
    if (decision !== plain)
      differences.push(
        `${question.principal.name} ${question.action} ${question.resource.name}: ${decision}, ${plain}`,
      );
  }
  expect(differences).toEqual([]);
  expect([...seen.keys()].sort()).toEqual(['allowed', 'conditional', 'denied']);
}, 60_000);

/** Of which an organization has one, or those of one account. */
const onceAtMost = ['sink', 'permission-set', 'directory-group'];

test('every action that stands for a class can be asked about each kind of resource that it is listed under', async () => {
  const { ask } = simulator(world);
  const [administrator] = world.principals.filter(({ kind }) => kind === 'any-administrator');
  if (!administrator) throw new Error('the world has nobody');
  const kinds = new Map(world.resources.map((resource) => [resource.kind, resource]));
  const asked = Object.values(actionClasses).flatMap((each) => Object.entries(each));
  for (const [kind, actions] of asked) {
    const resource = kinds.get(kind);
    if (!resource && onceAtMost.includes(kind)) continue;
    if (!resource) throw new Error(`no account has an example of ${kind}`);
    const own = { ...administrator, account: resource.account, context: {} };
    for (const action of actions) await ask({ principal: own, action, resource });
  }
  expect(asked.length).toBeGreaterThan(40);
}, 60_000);
