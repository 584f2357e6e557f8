/**
 * What the controller calls in an account. The adapters that call it list their actions, and are held to these.
 *
 * DescribeLaunchTemplateVersions: an Auto Scaling group may name the type of its instances in a template only.
 */
export const controllerActions = {
  observe: [
    'autoscaling:DescribeAutoScalingGroups',
    'ec2:DescribeInstances',
    'ec2:DescribeLaunchTemplateVersions',
    'servicequotas:GetAutoManagementConfiguration',
    'servicequotas:ListAWSDefaultServiceQuotas',
    'servicequotas:ListRequestedServiceQuotaChangeHistory',
    'servicequotas:ListServiceQuotas',
  ],
  raise: ['servicequotas:RequestServiceQuotaIncrease'],
} as const;
