export type { AccountDirectory, ListedAccount } from './account-directory.ts';
export type { BudgetLedger, BudgetState } from './budget-ledger.ts';
export { type Known, known, unknown } from './known.ts';
export { AccessError, type Place } from './place.ts';
export type { GrantedQuota, QuotaDesk, QuotaRequest, RequestOutcome } from './quota-desk.ts';
export type { Usage, UsageMeter } from './usage-meter.ts';
