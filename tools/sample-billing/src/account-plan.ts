import { isWeekend } from './calendar.ts';
import type { Day, Month } from './calendar.ts';
import { spendProfile } from './profiles.ts';
import type { SpendProfile } from './profiles.ts';
import { between, randomStream, randomText } from './random.ts';
import type { SampleAccount, SampleInput } from './sample-input.ts';
import { usageLines } from './usage-line.ts';
import type { UsageLine } from './usage-line.ts';

/** What an account will spend, and on what. */
export interface AccountPlan {
  readonly account: SampleAccount;
  readonly profile: SpendProfile;
  readonly lines: readonly UsageLine[];
  /** USD of each month, by its place in the export. */
  readonly targets: readonly number[];
  /** The month in which the account leaves the organization, and its last day there. */
  readonly leaves: { readonly month: number; readonly lastDay: number } | null;
}

/** Budgets of these phases are overspent first; those of prod, dr and enterprise accounts never. */
const overspending = ['sandbox', 'dev', 'stage'];
const overspentPart = 1.04;

/** The one account that goes over its budget in the last month; undefined where no account is one to. */
export function findOverspender(accounts: readonly SampleAccount[]): SampleAccount | undefined {
  const candidates = accounts.filter(({ budget }) => budget !== null);
  return overspending.flatMap((phase) => candidates.filter((account) => account.phase === phase))[0];
}

/** A dr account that only follows prod would inherit prod's budget; it stays small beside it. */
function mostOf(account: SampleAccount, profile: SpendProfile, input: SampleInput): number {
  const prod = input.accounts.find(({ unit, phase }) => unit === account.unit && phase === 'prod');
  const ofProd = account.phase === 'dr' && prod?.budget ? Number(prod.budget) / 10 : Infinity;
  return Math.min(profile.most ?? Infinity, ofProd);
}

function monthlyTargets(input: SampleInput, account: SampleAccount, profile: SpendProfile): readonly number[] {
  const random = randomStream(input.seed, account.id, 'targets');
  const monthlyNoise = profile.noise / 3;
  const ofBudget = between(random, ...profile.ofBudget);
  const growth = between(random, ...profile.growth);
  const wanted = account.budget === null ? profile.usual : Number(account.budget) * ofBudget;
  const last = Math.min(wanted, mostOf(account, profile, input));
  const isOverspender = account === findOverspender(input.accounts);
  const targets = [isOverspender ? Number(account.budget) * overspentPart : last];
  // Backwards and by division: powers may differ in the last bit between JavaScript engines.
  for (let level = last / (1 + growth); targets.length < input.months; level /= 1 + growth) {
    targets.unshift(level * between(random, 1 - monthlyNoise, 1 + monthlyNoise));
  }
  return targets;
}

function accountPlan(
  input: SampleInput,
  account: SampleAccount,
  profile: SpendProfile,
  leaves: AccountPlan['leaves'],
): AccountPlan {
  const targets = monthlyTargets(input, account, profile);
  return { account, profile, targets, lines: usageLines(input, account, profile), leaves };
}

/** The account that leaves in the eighth month: its charges stay on the bill, its name is in no model. */
function departedAccount(input: SampleInput): SampleAccount {
  const random = randomStream(input.seed, 'departed account');
  const taken = new Set([input.managementAccountId, ...input.accounts.map(({ id }) => id)]);
  let id = '';
  do id = `0${randomText(random, '0123456789', 11)}`;
  while (taken.has(id));
  const regions = input.accounts[0]?.regions ?? ['us-east-1'];
  return { id, name: `${input.organization}-pilot`, unit: 'pilot', phase: 'dev', regions, budget: null };
}

/** The payer, whose own charges are small. */
export function managementAccount(input: SampleInput): SampleAccount {
  const regions = [input.accounts[0]?.regions[0] ?? 'us-east-1'];
  const name = `${input.organization}-management`;
  return { id: input.managementAccountId, name, unit: 'enterprise', phase: 'management', regions, budget: null };
}

/** Plans of all accounts: the management account's, the input's, and that of an account which has left. */
export function accountPlans(input: SampleInput): readonly AccountPlan[] {
  return [
    accountPlan(input, managementAccount(input), spendProfile('management'), null),
    ...input.accounts.map((account) => accountPlan(input, account, spendProfile(account.phase), null)),
    accountPlan(input, departedAccount(input), spendProfile('dev'), { month: 7, lastDay: 17 }),
  ];
}

/** How many days of a month, given by its place in the export, the account is there. */
export function daysPresent({ leaves }: AccountPlan, month: number, days: number): number {
  if (leaves === null || month < leaves.month) return days;
  return month === leaves.month ? leaves.lastDay : 0;
}

/** How a month's charges spread over its days; the parts add up to 1. */
export function dailyParts(
  input: SampleInput,
  plan: AccountPlan,
  month: Month,
  days: readonly Day[],
): readonly number[] {
  const { weekend, noise, spikes = 0 } = plan.profile;
  const random = randomStream(input.seed, plan.account.id, month);
  const weights = days.map((day) => {
    const level = (isWeekend(day) ? weekend : 1) * between(random, 1 - noise, 1 + noise);
    return random() < spikes ? level * between(random, 3, 6) : level;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
