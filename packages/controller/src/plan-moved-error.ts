import type { LimitPlan, Plan } from './plan.ts';

/** A saved plan that no longer fits: what it was made from has changed. Lists what. */
export class PlanMovedError extends Error {
  override readonly name = 'PlanMovedError';
  readonly moved: readonly string[];

  constructor(saved: Plan, current: Plan) {
    const moved = movedBetween(saved, current);
    super(
      [
        `the world has moved since the plan was made on ${saved.made}, plan again`,
        ...moved.map((line) => `- ${line}`),
      ].join('\n'),
    );
    this.moved = moved;
  }
}

function movedBetween(saved: Plan, current: Plan): readonly string[] {
  const before = new Map(saved.limits.map((limit) => [keyOf(limit), sentenceOf(limit)]));
  const after = new Map(current.limits.map((limit) => [keyOf(limit), sentenceOf(limit)]));
  const moved = [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: was ${before.get(key) ?? 'not there'}, is ${after.get(key) ?? 'not there'}`);
  return moved.length > 0 ? moved : ['the definition, or requests for other quotas of these accounts'];
}

const keyOf = ({ account, region, pool }: LimitPlan) => `${account} ${region} ${pool}`;

function sentenceOf({ ceiling, granted, pending, state }: LimitPlan): string {
  const open = pending.known && pending.value ? `, ${pending.value.desired} asked for` : '';
  return `${state} (${granted.known ? granted.value.vcpu : 'unknown'} of ${ceiling} vCPU${open})`;
}
