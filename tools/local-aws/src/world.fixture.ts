import { type PolicyDocument, statementsOf } from './policy-document.ts';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from './start-local-aws.ts';
import { type World, emptyWorld } from './world.ts';

export const management = '100000000001';
export const delivery = '100000000003';
export const dev = '200000000001';
export const prod = '200000000002';
export const controller = `arn:aws:iam::${delivery}:role/bulkhead/controller`;

const allow = (Action: string | readonly string[], Resource = '*'): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});

const trustController: PolicyDocument = {
  Statement: [
    {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { AWS: `arn:aws:iam::${delivery}:root` },
      Condition: { ArnLike: { 'aws:PrincipalArn': controller } },
    },
  ],
};

/** Two runtime accounts that trust the controller in delivery. */
export function smallWorld(): World {
  const world = emptyWorld({ id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: management });
  world.organizationalUnits.push({ id: 'ou-abcd-00000001', name: 'Runtime', parentId: 'r-abcd' });
  const account = (id: string, name: string, Phase: string) => ({
    id,
    name,
    email: `aws+${name}@acme.example`,
    parentId: 'ou-abcd-00000001',
    state: 'ACTIVE' as const,
    tags: { Phase },
    regions: ['eu-west-1', 'eu-central-2'],
  });
  world.accounts.push(
    account(delivery, 'acme-delivery', 'delivery'),
    account(dev, 'acme-retail-dev', 'dev'),
    account(prod, 'acme-retail-prod', 'prod'),
  );
  const policy = (id: string, name: string, document: PolicyDocument) => ({
    id,
    name,
    type: 'SERVICE_CONTROL_POLICY',
    content: JSON.stringify(document),
    description: '',
    awsManaged: id === 'p-FullAWSAccess',
  });
  const launches = { Effect: 'Deny', Action: 'ec2:RunInstances', Resource: '*' } as const;
  world.policies.push(
    policy('p-FullAWSAccess', 'FullAWSAccess', allow('*')),
    policy('p-freeze001', 'acme-freeze', { Version: '2012-10-17', Statement: launches }),
  );
  world.attachments.push({ policyId: 'p-FullAWSAccess', targetId: dev });
  const role = { path: '/bulkhead/', name: 'controller' };
  world.roles.push({
    ...role,
    accountId: delivery,
    trust: trustController,
    permissions: [allow('sts:AssumeRole', 'arn:aws:iam::*:role/bulkhead/controller'), allow('organizations:*')],
  });
  for (const accountId of [dev, prod]) {
    world.roles.push({
      ...role,
      accountId,
      trust: trustController,
      permissions: [
        allow([
          'autoscaling:DescribeAutoScalingGroups',
          'cloudwatch:GetMetricData',
          'ec2:Describe*',
          'servicequotas:*',
        ]),
      ],
    });
  }
  world.resourcePolicy = {
    Statement: statementsOf(allow(['organizations:List*', 'organizations:Describe*'])).map((statement) => ({
      ...statement,
      Principal: { AWS: `arn:aws:iam::${delivery}:root` },
    })),
  };
  return world;
}

/** A machine with the small world, closed after the test file. */
export function startSmallWorld(options?: LocalAwsOptions): Promise<LocalAws> {
  return startLocalAws(smallWorld(), options);
}

/** Settings of a client that talks to the machine as somebody, without the SDK's own retries. */
export function clientOf(aws: LocalAws, arn: string, region = 'eu-west-1') {
  return { endpoint: aws.url, region, credentials: aws.credentialsFor(arn), maxAttempts: 1 };
}

/** The role that sets limits in an account. */
export const controllerOf = (accountId: string) => `arn:aws:iam::${accountId}:role/bulkhead/controller`;
