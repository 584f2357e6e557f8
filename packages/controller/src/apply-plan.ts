import pLimit from 'p-limit';
import type { Known } from './known.ts';
import { limitState, openRequest } from './limit-state.ts';
import { AccessError } from './place.ts';
import type { Plan, QuotaAction } from './plan.ts';
import type { GrantedQuota, QuotaDesk, QuotaRequest, RequestOutcome } from './quota-desk.ts';

/** What came of one action of a plan. */
export interface ActionOutcome {
  readonly action: QuotaAction;
  /** `waiting` ends when AWS answers a request; `skipped` needs another plan; `failed` needs a person. */
  readonly kind: 'applied' | 'waiting' | 'skipped' | 'failed';
  readonly reason: string;
}

type Outcome = Omit<ActionOutcome, 'action'>;

/** Accounts that are worked on at the same time; within one, requests go out one after the other. */
const defaultConcurrency = 8;

/**
 * Does what a plan says and nothing else, in the plan's order within an account. One outcome per action, in the order
 * of the plan; what fails in one place stops no other one.
 *
 * Each place is read again before it is asked in, so that nothing is asked for twice, whoever asked since.
 */
export async function applyPlan(
  plan: Plan,
  desk: QuotaDesk,
  { concurrency = defaultConcurrency }: { readonly concurrency?: number } = {},
): Promise<readonly ActionOutcome[]> {
  const accounts = [...new Set(plan.actions.map(({ place }) => place.accountId))];
  const inTurn = pLimit(concurrency);
  const outcomes = new Map<QuotaAction, ActionOutcome>();
  const applyIn = async (accountId: string) => {
    for (const action of plan.actions.filter(({ place }) => place.accountId === accountId)) {
      outcomes.set(action, { action, ...(await applyAction(action, plan.made, desk)) });
    }
  };
  await Promise.all(accounts.map((accountId) => inTurn(() => applyIn(accountId))));
  return plan.actions.flatMap((action) => outcomes.get(action) ?? []);
}

async function applyAction(action: QuotaAction, now: string, desk: QuotaDesk): Promise<Outcome> {
  let before: readonly QuotaRequest[];
  try {
    before = await requestsFor(action, desk);
    const granted = (await desk.quotas(action.place)).get(action.quotaCode);
    const obstacle = obstacleTo(action, before, granted, now);
    if (obstacle) return obstacle;
  } catch (cause) {
    return failed(`nothing was asked for, since the place could not be read: ${messageOf(cause)}`);
  }
  try {
    return outcomeOf(await desk.request(action.place, action.quotaCode, action.to), action);
  } catch (cause) {
    if (cause instanceof AccessError) return failed(cause.message);
    return await afterLostAnswer(action, before, messageOf(cause), desk);
  }
}

/** Why the request must not go out any more; undefined where all is as it was planned. */
function obstacleTo(
  { from, to, quotaCode }: QuotaAction,
  requests: readonly QuotaRequest[],
  granted: Known<GrantedQuota> | undefined,
  now: string,
): Outcome | undefined {
  if (!granted?.known) return failed(`the quota is unknown: ${granted?.reason ?? `AWS lists no quota ${quotaCode}`}`);
  const open = openRequest(requests);
  if (open) return waiting(`AWS has request ${open.id} for ${open.desired} vCPU open already`);
  const { vcpu } = granted.value;
  if (vcpu !== from) return skipped(`AWS grants ${vcpu} vCPU now, not ${from} as planned; plan again`);
  // a plan has no action where automatic management raises quotas, and turning it on is reserved
  const automatic = { known: true, value: 'off' } as const;
  const { state, reason } = limitState({
    ceiling: to,
    granted,
    requests: { known: true, value: requests },
    automatic,
    now,
  });
  return state === 'to-request' ? undefined : skipped(`${state} since the plan was made: ${reason}`);
}

function outcomeOf(outcome: RequestOutcome, { from, to }: QuotaAction): Outcome {
  if (outcome.kind === 'requested') {
    return applied(`asked to raise ${from} to ${to} vCPU (request ${outcome.request.id})`);
  }
  switch (outcome.why) {
    case 'already-open':
    case 'too-many-open':
      return waiting(outcome.message);
    case 'not-greater':
      return skipped(outcome.message);
    case 'not-adjustable':
    case 'no-such-quota':
    case 'other':
      return failed(outcome.message);
  }
}

/** An answer can be lost after AWS took the request: the list tells. */
async function afterLostAnswer(
  action: QuotaAction,
  before: readonly QuotaRequest[],
  lost: string,
  desk: QuotaDesk,
): Promise<Outcome> {
  try {
    const after = await requestsFor(action, desk);
    const taken = after.find(({ id, desired }) => desired === action.to && before.every((each) => each.id !== id));
    return taken
      ? applied(
          `asked to raise ${action.from} to ${action.to} vCPU (request ${taken.id}); the answer was lost: ${lost}`,
        )
      : failed(`AWS lists no request, apply again: ${lost}`);
  } catch (cause) {
    return failed(
      `whether AWS took the request is unknown, apply again, it is looked for first: ${lost}; then ${messageOf(cause)}`,
    );
  }
}

async function requestsFor({ place, quotaCode }: QuotaAction, desk: QuotaDesk): Promise<readonly QuotaRequest[]> {
  return (await desk.requests(place)).filter((request) => request.quotaCode === quotaCode);
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
const applied = (reason: string): Outcome => ({ kind: 'applied', reason });
const waiting = (reason: string): Outcome => ({ kind: 'waiting', reason });
const skipped = (reason: string): Outcome => ({ kind: 'skipped', reason });
const failed = (reason: string): Outcome => ({ kind: 'failed', reason });
