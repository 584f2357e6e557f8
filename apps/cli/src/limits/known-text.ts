import type { Known, LimitPlan } from '@bulkhead/controller';
import { withSeparators } from '../terminal.ts';

/** A value as text, or `?` where it is unknown: never a number that nobody read. */
export function known<Value>(value: Known<Value>, show: (value: Value) => string): string {
  return value.known ? show(value.value) : '?';
}

export const vcpu = (value: number) => withSeparators(String(value));

/** What holds; nothing is detected either where AWS could not be asked. */
export function meansText({ granted }: LimitPlan, { kind }: LimitPlan['means']): string {
  return !granted.known && kind === 'detect only' ? '?' : kind;
}
