import type { Overflow } from './guardrail-overflow-error.ts';
import type { Packing } from './pack-statements.ts';
import type { Statement } from './policy.ts';
import type { PolicyRoom } from './policy-limits.ts';
import type { StatementPolicyType } from './policy-type.ts';
import { sizeAsPolicy } from './render-policy.ts';
import { type Target, targetName } from './target.ts';

/** What is to be said of a target whose guardrails left some out. */
export function overflowOf({
  target,
  type,
  room,
  policies,
  leftOut,
}: Packing & {
  readonly target: Target;
  readonly type: StatementPolicyType;
  readonly room: PolicyRoom;
}): Overflow {
  const size = (statements: readonly Statement[]) => sizeAsPolicy(statements, type);
  const bytesNeeded = total([...policies, ...leftOut.map((statement) => [statement])].map(size));
  const bytesAvailable = room.policies * room.bytesPerPolicy;
  const hosts = policies.length < room.policies ? [...policies, []] : policies;
  /** By how much a statement fails to fit where it fails least. */
  const lacking = (statement: Statement) =>
    Math.min(...hosts.map((host) => size([...host, statement]))) - room.bytesPerPolicy;
  return {
    where: targetName(target),
    type,
    bytesNeeded,
    bytesAvailable,
    bytesTooMany: Math.max(bytesNeeded - bytesAvailable, ...leftOut.map(lacking)),
    policies: room.policies,
    leftOut: leftOut.map(({ Sid }) => Sid),
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
