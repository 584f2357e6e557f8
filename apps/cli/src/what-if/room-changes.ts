import { type PolicyType, type TargetUsage, targetName } from '@bulkhead/guardrails';
import type { Lock, Organization } from '@bulkhead/model';
import { policyRoomOf } from '../policy-room.ts';
import { UserError } from '../user-error.ts';

/** What guardrails take of one target's room before and afterwards. */
export interface RoomChange {
  readonly target: string;
  readonly type: PolicyType;
  /** Undefined where the target is new, or where its guardrails didn't fit. */
  readonly before: Room | undefined;
  readonly after: Room;
}

export type Room = Pick<TargetUsage, 'policies' | 'policiesLeft' | 'bytes' | 'bytesLeft'>;

/** What changes of the room for policies; or why the guardrails don't fit. */
export type RoomFinding =
  | {
      readonly fits: true;
      /** New targets, and those whose guardrails change; from the root down. */
      readonly changes: readonly RoomChange[];
      /** Of all targets and types with guardrails, the one with the fewest bytes left. */
      readonly tightest: RoomChange | undefined;
    }
  | { readonly fits: false; readonly problem: string };

/** Compiles the guardrails of both definitions. */
export function roomChanges(before: Organization, after: Organization, lock: Lock): RoomFinding {
  const old = usageOf(before, lock);
  const now = usageOf(after, lock);
  if (typeof now === 'string') return { fits: false, problem: now };
  const known = new Map(typeof old === 'string' ? [] : old.map((usage) => [keyOf(usage), usage]));
  const all = now.map((usage): RoomChange => {
    const { target, type } = usage;
    const was = known.get(keyOf(usage));
    return { target: targetName(target), type, before: was && roomOf(was), after: roomOf(usage) };
  });
  const [tightest] = all
    .filter(({ after: room }) => room.policies > 0)
    .sort((a, b) => a.after.bytesLeft - b.after.bytesLeft);
  return {
    fits: true,
    changes: all.filter(
      (each) => each.before?.policies !== each.after.policies || each.before.bytes !== each.after.bytes,
    ),
    tightest,
  };
}

/** Or why they don't fit. */
function usageOf(organization: Organization, lock: Lock): readonly TargetUsage[] | string {
  try {
    return policyRoomOf(organization, lock).usage;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const keyOf = ({ target, type }: TargetUsage) => `${target.kind} ${targetName(target)} ${type}`;
const roomOf = ({ policies, policiesLeft, bytes, bytesLeft }: TargetUsage): Room => ({
  policies,
  policiesLeft,
  bytes,
  bytesLeft,
});
