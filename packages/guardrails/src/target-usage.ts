import type { PolicyRoom } from './policy-limits.ts';
import type { PolicyType } from './policy-type.ts';
import { sizeOf } from './render-policy.ts';
import type { Target } from './target.ts';

/** What guardrails of a type take of one target's room, besides what is kept for AWS's own policies and a freeze. */
export interface TargetUsage {
  readonly target: Target;
  readonly type: PolicyType;
  readonly policies: number;
  readonly policiesLeft: number;
  readonly bytes: number;
  /** In the policies that are there and those that could be added. */
  readonly bytesLeft: number;
}

/** The usage of a target that has policies of these texts. */
export function usageOf({
  target,
  type,
  room,
  contents,
}: {
  readonly target: Target;
  readonly type: PolicyType;
  readonly room: PolicyRoom;
  readonly contents: readonly string[];
}): TargetUsage {
  const bytes = contents.reduce((sum, content) => sum + sizeOf(content), 0);
  return {
    target,
    type,
    policies: contents.length,
    policiesLeft: room.policies - contents.length,
    bytes,
    bytesLeft: room.policies * room.bytesPerPolicy - bytes,
  };
}
