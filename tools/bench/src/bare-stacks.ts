import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { StackShape } from './stack-shape.ts';

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::300000000003:root' }, Action: 'sts:AssumeRole' }],
});

/** The floor: what cdktf itself takes for so many plain resources in so many stacks, with nothing derived. */
export function bareStacks(scope: Construct, shapes: readonly StackShape[]): void {
  for (const { name, resources, providers } of shapes) {
    const stack = new TerraformStack(scope, name);
    const regions = Array.from(
      { length: providers },
      (_, index) =>
        new AwsProvider(stack, `aws-${index}`, {
          region: 'eu-west-1',
          ...(index > 0 && { alias: `region-${index}` }),
          defaultTags: [{ tags: { BusinessUnit: 'example' } }],
        }),
    );
    for (let index = 0; index < resources; index += 1) {
      const provider = regions[index % regions.length];
      new IamRole(stack, `role-${index}`, {
        name: `role-${index}`,
        path: '/example/',
        assumeRolePolicy: trust,
        maxSessionDuration: 3600,
        ...(provider && { provider }),
      });
    }
  }
}
