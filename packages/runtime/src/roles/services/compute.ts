import { type ServiceRights, actionsOf } from '../right.ts';

/** Machines, their groups and load balancers. */
export const compute: ServiceRights = {
  run: [
    {
      actions: [
        ...actionsOf('ec2-instance-connect', 'OpenTunnel', 'SendSSHPublicKey', 'SendSerialConsoleSSHPublicKey'),
        ...actionsOf('ssm', 'ResumeSession', 'SendCommand', 'StartAutomationExecution', 'StartSession'),
        ...actionsOf('ssm', 'GetCommandInvocation', 'ListCommand*', 'TerminateSession'),
        ...actionsOf('ebs', 'GetSnapshotBlock', 'ListChangedBlocks', 'ListSnapshotBlocks'),
        ...actionsOf('ec2', 'GetConsole*', 'GetPasswordData'),
      ],
    },
  ],
  build: [
    {
      actions: [
        'ec2:*',
        'autoscaling:*',
        'application-autoscaling:*',
        'elasticloadbalancing:*',
        'ebs:*',
        'ec2-instance-connect:*',
        'ssm:*',
      ],
    },
  ],
  restart: [
    {
      actions: [
        // not stopping: what is stopped is down
        ...actionsOf('ec2', 'RebootInstances', 'StartInstances'),
        ...actionsOf('autoscaling', 'SetInstanceHealth', 'TerminateInstanceInAutoScalingGroup'),
      ],
    },
  ],
  // ends at the group's maximum, which updating the group would move
  scale: [{ actions: ['autoscaling:SetDesiredCapacity'] }],
};
