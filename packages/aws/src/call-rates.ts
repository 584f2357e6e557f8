/** Calls per second that AWS takes. */
export interface CallRates {
  /** By IAM action, per account and Region; global services have one Region. */
  readonly operations: Readonly<Record<string, number>>;
  /** By IAM prefix, all operations of a service together. */
  readonly services: Readonly<Record<string, { readonly perAccount: number; readonly perOrganization: number }>>;
}

/**
 * Rates that AWS documents, without their bursts, which are left to whoever else calls.
 *
 * Source: Service Quotas User Guide and Organizations User Guide, quotas, 2026. Cost Explorer's is not documented; 2 is
 * well under the 10 that AWS staff once advised.
 */
export const awsCallRates: CallRates = {
  operations: {
    'ce:GetCostAndUsage': 2,
    'organizations:ListAccounts': 8,
    'servicequotas:ListAWSDefaultServiceQuotas': 10,
    'servicequotas:ListRequestedServiceQuotaChangeHistory': 5,
    'servicequotas:ListServiceQuotas': 10,
    'servicequotas:RequestServiceQuotaIncrease': 3,
  },
  services: { servicequotas: { perAccount: 50, perOrganization: 100 } },
};
