import type { Statement } from './policy.ts';
import type { PolicyRoom } from './policy-limits.ts';
import type { StatementPolicyType } from './policy-type.ts';
import { sizeAsPolicy } from './render-policy.ts';
import { splitStatement } from './split-statement.ts';

/** Statements shared out over policies, and those for which no room was left. */
export interface Packing {
  readonly policies: readonly (readonly Statement[])[];
  readonly leftOut: readonly Statement[];
}

/**
 * Shares folded statements out over as few policies as hold them, at most `most`.
 *
 * A statement is divided only where that saves a policy, since attachments are scarcer than bytes.
 */
export function packStatements(
  statements: readonly Statement[],
  { bytesPerPolicy, policies: most }: PolicyRoom,
  type: StatementPolicyType,
): Packing {
  const size = (policy: readonly Statement[]) => sizeAsPolicy(policy, type);
  // most targets are accounts with few statements, and there are many of them
  if (statements.length > 0 && most > 0 && size(statements) <= bytesPerPolicy) {
    return { policies: [statements], leftOut: [] };
  }
  const largestFirst = [...statements].sort((a, b) => size([b]) - size([a]));
  let packing: Packing = { policies: [], leftOut: statements };
  for (let count = 1; count <= most && packing.leftOut.length > 0; count++) {
    packing = packInto(count, largestFirst, bytesPerPolicy, size);
  }
  return packing;
}

/** Each statement goes into the fullest policy that takes it whole, or else in parts, into the emptiest one first. */
function packInto(
  count: number,
  statements: readonly Statement[],
  bytesPerPolicy: number,
  sizeOf: (policy: readonly Statement[]) => number,
): Packing {
  const policies: (readonly Statement[])[] = Array.from({ length: count }, () => []);
  const leftOut: Statement[] = [];
  const waiting = [...statements];
  const fitsWith = (policy: readonly Statement[]) => (statement: Statement) =>
    sizeOf([...policy, statement]) <= bytesPerPolicy;

  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const statement = next;
    const fullestFirst = policies
      .map((policy, index) => ({ policy, index, size: sizeOf(policy) }))
      .sort((a, b) => b.size - a.size || a.index - b.index);
    const whole = fullestFirst.find(({ policy }) => fitsWith(policy)(statement));
    if (whole) {
      policies[whole.index] = [...whole.policy, statement];
      continue;
    }
    const divided = fullestFirst
      .reverse()
      .map(({ policy, index }) => ({ policy, index, split: splitStatement(statement, fitsWith(policy)) }))
      .find(({ split }) => split !== undefined);
    if (divided?.split) {
      policies[divided.index] = [...divided.policy, divided.split.part];
      waiting.unshift(...divided.split.remains);
    } else {
      leftOut.push(statement);
    }
  }
  return { policies: policies.filter((policy) => policy.length > 0), leftOut };
}
