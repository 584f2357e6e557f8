import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/**
 * Actions whose one endpoint stands in us-east-1 or us-west-2 for every customer: `aws:RequestedRegion` is that Region,
 * wherever the caller works.
 *
 * Source: AWS Control Tower controls reference, Region deny control, without what has an endpoint in every Region (ACM,
 * KMS, Config, WAF v2, Access Analyzer, IAM Identity Center, Direct Connect): who needs a certificate for CloudFront
 * adds us-east-1 to the Regions.
 */
const globalActions: readonly string[] = [
  'account:*',
  'artifact:*',
  'aws-marketplace:*',
  'aws-portal:*',
  // AWS does not say in which Region a copy into a vault of another one is asked for. Only who backs up starts one.
  'backup:CopyIntoBackupVault',
  'bcm-data-exports:*',
  'billing:*',
  'billingconductor:*',
  'budgets:*',
  'ce:*',
  'chatbot:*',
  'cloudfront:*',
  // What happens in global services is looked up in us-east-1.
  'cloudtrail:LookupEvents',
  'consolidatedbilling:*',
  'cost-optimization-hub:*',
  'cur:*',
  'ec2:DescribeRegions',
  'ecr-public:*',
  'freetier:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'invoicing:*',
  'networkmanager:*',
  'notifications:*',
  'notifications-contacts:*',
  'organizations:*',
  'payments:*',
  'pricing:*',
  'route53:*',
  'route53-recovery-cluster:*',
  'route53-recovery-control-config:*',
  'route53-recovery-readiness:*',
  'route53domains:*',
  's3:*AccountPublicAccessBlock',
  's3:*MultiRegionAccessPoint*',
  's3:GetBucketLocation',
  's3:ListAllMyBuckets',
  'savingsplans:*',
  'shield:*',
  'sts:*',
  'support:*',
  'supportplans:*',
  'sustainability:*',
  'tax:*',
  'trustedadvisor:*',
  'waf:*',
];

/**
 * Work happens in these Regions only: data stays where it was promised to stay, and caps and telemetry cover what runs.
 *
 * The roles that build an account are excepted: they set a Region up before it is allowed and clear it out after it is
 * not, so that stacks can be deployed in any order. `excepted` are patterns of further roles.
 */
export function denyOtherRegions(regions: readonly string[], excepted: readonly string[] = []): readonly Statement[] {
  return [
    {
      Sid: 'Regions',
      Effect: 'Deny',
      NotAction: globalActions,
      Resource: ['*'],
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': regions },
        ...exceptRoles([...deployerRoles, ...excepted]),
      },
    },
  ];
}

/** Only who builds an account opens or closes a Region in it: an opened one has neither settings nor telemetry yet. */
export function denyRegionChanges(): readonly Statement[] {
  return [
    {
      Sid: 'RegionList',
      Effect: 'Deny',
      Action: ['account:DisableRegion', 'account:EnableRegion'],
      Resource: ['*'],
      Condition: exceptRoles(deployerRoles),
    },
  ];
}
