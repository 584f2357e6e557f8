import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile/index.js';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter/index.js';
import { Construct } from 'constructs';

export interface TelemetryAgentProps {
  /** A provider per Region of the account. */
  readonly providers: ReadonlyMap<string, AwsProvider>;
}

/**
 * As what instances run, so that the CloudWatch agent on them sends metrics and logs, and with which settings.
 *
 * The role stands beside the platform's path, under which nobody passes a role: units pass this one to their instances.
 */
export class TelemetryAgent extends Construct {
  constructor(scope: Construct, id: string, { providers }: TelemetryAgentProps) {
    super(scope, id);
    const path = '/telemetry/';
    const role = new IamRole(this, 'Default', {
      name: 'agent',
      path,
      description: 'sends metrics and logs of instances',
      assumeRolePolicy: policyJson([instances]),
    });
    for (const name of ['CloudWatchAgentServerPolicy', 'AmazonSSMManagedInstanceCore']) {
      new IamRolePolicyAttachment(this, name, { role: role.name, policyArn: `arn:aws:iam::aws:policy/${name}` });
    }
    new IamInstanceProfile(this, 'profile', { name: 'telemetry-agent', path, role: role.name });
    for (const [region, provider] of providers) {
      new SsmParameter(this, `settings-${region}`, {
        provider,
        name: agentSettingsName,
        description: 'settings of the CloudWatch agent',
        type: 'String',
        insecureValue: JSON.stringify(agentSettings),
      });
    }
  }
}

/** The managed policy of the agent reads parameters whose name begins like this. */
const agentSettingsName = 'AmazonCloudWatch-bulkhead';

const instances: PolicyStatement = {
  Sid: 'Instances',
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

/** Source: Amazon CloudWatch User Guide, CloudWatch agent configuration file. */
const agentSettings = {
  agent: { metrics_collection_interval: 60 },
  metrics: {
    namespace: 'CWAgent',
    // Terraform takes two dollars for one that is no reference of its own
    append_dimensions: { InstanceId: '$${aws:InstanceId}', AutoScalingGroupName: '$${aws:AutoScalingGroupName}' },
    metrics_collected: {
      disk: {
        measurement: ['used_percent'],
        resources: ['*'],
        ignore_file_system_types: ['sysfs', 'devtmpfs', 'tmpfs'],
      },
      mem: { measurement: ['mem_used_percent'] },
      swap: { measurement: ['swap_used_percent'] },
    },
  },
  logs: {
    logs_collected: {
      files: {
        collect_list: [
          { file_path: '/var/log/messages', log_group_name: '/bulkhead/system', log_stream_name: '{instance_id}' },
          { file_path: '/var/log/secure', log_group_name: '/bulkhead/secure', log_stream_name: '{instance_id}' },
        ].map((file) => ({ ...file, retention_in_days: 30 })),
      },
    },
  },
};
