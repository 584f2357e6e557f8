import type { PolicyStatement } from '@bulkhead/baseline';
import type { WorkloadService } from '@bulkhead/model';

/**
 * Services that become the role of a workload, and whether they say for which account.
 *
 * EC2 and Lambda don't, and take a role of the account itself only, so nobody can have them act for another one.
 * Sources: Amazon ECS, AWS Batch, Amazon EKS and AWS Step Functions guides, cross-service confused deputy prevention.
 */
const services: Readonly<Record<WorkloadService, { readonly service: string; readonly saysAccount: boolean }>> = {
  ec2: { service: 'ec2', saysAccount: false },
  lambda: { service: 'lambda', saysAccount: false },
  ecs: { service: 'ecs-tasks', saysAccount: true },
  // a job is a task of ECS
  batch: { service: 'ecs-tasks', saysAccount: true },
  eks: { service: 'pods.eks', saysAccount: true },
  states: { service: 'states', saysAccount: true },
};

/** Who becomes the role of a workload: the service that runs it, for this account. */
export function workloadTrust(runsOn: WorkloadService, accountId: string): readonly PolicyStatement[] {
  const { service, saysAccount } = services[runsOn];
  return [
    {
      Sid: 'Workload',
      Effect: 'Allow',
      Principal: { Service: `${service}.amazonaws.com` },
      // pods come with tags that say which they are
      Action: runsOn === 'eks' ? ['sts:AssumeRole', 'sts:TagSession'] : 'sts:AssumeRole',
      ...(saysAccount && { Condition: { StringEquals: { 'aws:SourceAccount': accountId } } }),
    },
  ];
}
