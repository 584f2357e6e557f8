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

/** What the controller calls as itself, in the delivery account: to become a role elsewhere, and to find the accounts. */
export const deliveryControllerActions = {
  becomeRoles: ['sts:AssumeRole'],
  readOrganization: ['organizations:ListAccounts'],
} as const;

/** What the spend reader calls in the management account. DescribeBudgets is allowed by ViewBudget. */
export const spendReaderActions = ['budgets:ViewBudget', 'ce:GetCostAndUsage'] as const;

/** What the inventory reader calls in shared services, where AWS Config aggregates the organization's accounts. */
export const inventoryReaderActions = ['config:SelectAggregateResourceConfig'] as const;

/**
 * What freezing and thawing an account takes. The organization lets the controller do it with the freeze policies; the
 * controller's own role lacks it as long as no adapter calls it.
 */
export const freezeActions = ['organizations:AttachPolicy', 'organizations:DetachPolicy'] as const;
