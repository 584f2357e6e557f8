import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import { DescribeLaunchTemplateVersionsCommand, type EC2Client } from '@aws-sdk/client-ec2';

/** The instance type in a group's launch template; undefined where there is no template or it names none. */
export async function findTemplateType(group: AutoScalingGroup, client: EC2Client): Promise<string | undefined> {
  const {
    LaunchTemplateId,
    LaunchTemplateName,
    Version = '$Default',
  } = group.LaunchTemplate ?? group.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
  const template = LaunchTemplateId === undefined ? { LaunchTemplateName } : { LaunchTemplateId };
  if (LaunchTemplateId === undefined && LaunchTemplateName === undefined) return undefined;
  const { LaunchTemplateVersions = [] } = await client.send(
    new DescribeLaunchTemplateVersionsCommand({ ...template, Versions: [Version] }),
  );
  return LaunchTemplateVersions[0]?.LaunchTemplateData?.InstanceType;
}
