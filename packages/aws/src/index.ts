export { type CallSite, accessErrorOf, reaching } from './access-error.ts';
export { type AccountDirectoryOptions, accountDirectory, accountDirectoryActions } from './account-directory.ts';
export { type AwsSession, type AwsSessionOptions, openAwsSession } from './aws-session.ts';
export { type AwsSourcesOptions, awsSources } from './aws-sources.ts';
export { type BudgetLedgerOptions, budgetLedger, budgetLedgerActions } from './budget-ledger.ts';
export { type CallRates, awsCallRates } from './call-rates.ts';
export {
  type CostExplorerChargeSource,
  type CostExplorerOptions,
  costExplorerActions,
  costExplorerChargeSource,
} from './cost-explorer-charge-source.ts';
export { type CostExplorerEstimate, costExplorerEstimate, costExplorerPrice } from './cost-explorer-estimate.ts';
export { type CostExplorerRequest, type CostExplorerWindow, costExplorerWindow } from './cost-explorer-request.ts';
export { type Pace, paceCalls } from './pace-calls.ts';
export { type QuotaDeskOptions, quotaDesk, quotaDeskActions } from './quota-desk.ts';
export { type RetryConflictsOptions, retryConflicts } from './retry-conflicts.ts';
export { sessionActions } from './role-credentials.ts';
export { LostAnswerError } from './send-once.ts';
export { type StoreDirectoryOptions, storeDirectory, storeDirectoryActions } from './store-directory.ts';
export { type BudgetStanding, type SpendStatus, readSpendStatus } from './spend-status.ts';
export { type UsageMeterClients, usageMeter, usageMeterActions } from './usage-meter.ts';
