import type { ChargeService } from './sample-charge.ts';

export interface CatalogueService extends ChargeService {
  /**
   * The one resource that an account's charges of this service stand for; `{region}`, `{account}` and `{name}` are
   * filled in. Left out where a charge adds up several machines.
   */
  readonly resource?: { readonly type: string; readonly id: string };
}

const compute = { category: 'Compute', name: 'Amazon Elastic Compute Cloud', code: 'AmazonEC2' };
const governance = 'Management and Governance';

/** Names and categories as AWS's FOCUS exports write them (FOCUS sample data 1.0; subcategories: FOCUS 1.2). */
export const services = {
  ec2: { ...compute, subcategory: 'Virtual Machines' },
  ebs: { ...compute, category: 'Storage', subcategory: 'Block Storage' },
  lambda: {
    name: 'AWS Lambda',
    category: 'Compute',
    subcategory: 'Serverless Compute',
    code: 'AWSLambda',
    resource: { type: 'function', id: 'arn:aws:lambda:{region}:{account}:function:{name}' },
  },
  s3: {
    name: 'Amazon Simple Storage Service',
    category: 'Storage',
    subcategory: 'Object Storage',
    code: 'AmazonS3',
    resource: { type: 'bucket', id: '{name}-{account}-{region}' },
  },
  rds: {
    name: 'Amazon Relational Database Service',
    code: 'AmazonRDS',
    category: 'Databases',
    subcategory: 'Relational Databases',
    resource: { type: 'db', id: 'arn:aws:rds:{region}:{account}:db:{name}' },
  },
  dynamodb: {
    name: 'Amazon DynamoDB',
    category: 'Databases',
    subcategory: 'NoSQL Databases',
    code: 'AmazonDynamoDB',
    resource: { type: 'table', id: 'arn:aws:dynamodb:{region}:{account}:table/{name}' },
  },
  transfer: {
    name: 'AWS Data Transfer',
    category: 'Networking',
    subcategory: 'Network Infrastructure',
    code: 'AWSDataTransfer',
  },
  nat: {
    name: 'Amazon Virtual Private Cloud',
    category: 'Networking',
    subcategory: 'Network Routing',
    code: 'AmazonEC2',
    resource: { type: 'natgateway', id: 'arn:aws:ec2:{region}:{account}:natgateway/nat-{name}' },
  },
  elb: {
    name: 'Elastic Load Balancing',
    category: 'Networking',
    subcategory: 'Application Networking',
    code: 'AWSELB',
    resource: { type: 'loadbalancer', id: 'arn:aws:elasticloadbalancing:{region}:{account}:loadbalancer/app/{name}' },
  },
  kms: {
    name: 'AWS Key Management Service',
    category: 'Identity',
    subcategory: 'Other (Identity)',
    code: 'awskms',
    resource: { type: 'key', id: 'arn:aws:kms:{region}:{account}:key/{name}' },
  },
  cloudwatch: {
    name: 'AmazonCloudWatch',
    category: governance,
    subcategory: 'Observability',
    code: 'AmazonCloudWatch',
  },
  cloudtrail: {
    name: 'AWS CloudTrail',
    category: governance,
    subcategory: 'Compliance',
    code: 'AWSCloudTrail',
    resource: { type: 'trail', id: 'arn:aws:cloudtrail:{region}:{account}:trail/{name}' },
  },
  config: { name: 'AWS Config', category: governance, subcategory: 'Compliance', code: 'AWSConfig' },
  guardduty: {
    name: 'Amazon GuardDuty',
    category: 'Security',
    subcategory: 'Threat Detection and Response',
    code: 'AmazonGuardDuty',
    resource: { type: 'detector', id: 'arn:aws:guardduty:{region}:{account}:detector/{name}' },
  },
  securityHub: {
    name: 'AWS Security Hub',
    category: 'Security',
    subcategory: 'Security Posture Management',
    code: 'AWSSecurityHub',
  },
  codebuild: {
    name: 'AWS CodeBuild',
    category: 'Developer Tools',
    code: 'CodeBuild',
    subcategory: 'Continuous Integration and Deployment',
    resource: { type: 'project', id: 'arn:aws:codebuild:{region}:{account}:project/{name}' },
  },
  ecr: {
    name: 'Amazon EC2 Container Registry (ECR)',
    category: 'Other',
    subcategory: 'Other (Other)',
    code: 'AmazonECR',
    resource: { type: 'repository', id: 'arn:aws:ecr:{region}:{account}:repository/{name}' },
  },
  costExplorer: {
    name: 'AWS Cost Explorer',
    category: governance,
    subcategory: 'Cost Management',
    code: 'AWSCostExplorer',
  },
  support: { name: 'AWS Support (Business)', category: governance, subcategory: 'Support', code: 'AWSSupportBusiness' },
  savingsPlans: {
    name: 'Savings Plans for AWS Compute usage',
    category: 'Compute',
    subcategory: 'Other (Compute)',
    code: 'ComputeSavingsPlans',
  },
  marketplace: {
    name: 'Example Observability Platform',
    category: governance,
    subcategory: 'Observability',
    code: 'example-observability',
  },
  tax: { name: 'Tax', category: 'Other', subcategory: 'Other (Other)', code: 'Tax' },
} satisfies Readonly<Record<string, CatalogueService>>;
