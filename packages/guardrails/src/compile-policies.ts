import type { CompiledPolicy } from './compiled-policy.ts';
import { foldStatements } from './fold-statements.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import type { TargetGuardrails } from './guardrails-of.ts';
import { overflowOf } from './overflow-of.ts';
import { packStatements } from './pack-statements.ts';
import type { Statement } from './policy.ts';
import { type PolicyLimitsByType, roomForGuardrails } from './policy-limits.ts';
import { type StatementPolicyType, policyTypes } from './policy-type.ts';
import { policyDocument, renderPolicy } from './render-policy.ts';
import { shareEqualPolicies } from './share-equal-policies.ts';
import { compareTargets, targetName } from './target.ts';
import { type TargetUsage, usageOf } from './target-usage.ts';

export interface CompiledPolicies {
  readonly policies: readonly CompiledPolicy[];
  /** One entry per target and type, from the root down, by name. */
  readonly usage: readonly TargetUsage[];
}

/**
 * Fits guardrails into policies: statements of a target are deduplicated, folded and packed, each type of policy by
 * itself, and policies that come out equal on several targets are one policy. The same guardrails give the same bytes,
 * in whatever order they come.
 *
 * @throws GuardrailOverflowError with every target whose guardrails don't fit
 */
export function compilePolicies(
  organization: { readonly name: string },
  guardrails: readonly TargetGuardrails[],
  limits: PolicyLimitsByType,
): CompiledPolicies {
  const packed = byTarget(guardrails).map(({ target, type, statements }) => {
    const room = roomForGuardrails(type, limits);
    return { target, type, room, ...packStatements(foldStatements(statements.map(known(type))), room, type) };
  });
  const overflows = packed.filter(({ leftOut }) => leftOut.length > 0).map(overflowOf);
  if (overflows.length > 0) throw new GuardrailOverflowError(overflows);

  const rendered = packed.map(({ target, type, room, policies }) => ({
    target,
    type,
    room,
    contents: policies.map((statements) => renderPolicy(policyDocument(statements), type)),
  }));
  return { policies: shareEqualPolicies(organization.name, rendered), usage: rendered.map(usageOf) };
}

/** AWS Organizations User Guide, RCP syntax: there is no NotAction, and each action names its service. */
const known = (type: StatementPolicyType) => (statement: Statement) => {
  if (type === 'RESOURCE_CONTROL_POLICY' && (statement.NotAction ?? statement.Action.includes('*'))) {
    throw new Error(`${statement.Sid}: a resource control policy names the actions that it denies, service by service`);
  }
  return statement;
};

function byTarget(guardrails: readonly TargetGuardrails[]): readonly TargetGuardrails[] {
  const merged = new Map<string, TargetGuardrails>();
  for (const { target, type, statements } of guardrails) {
    const key = `${type} ${target.kind} ${targetName(target)}`;
    merged.set(key, { target, type, statements: [...(merged.get(key)?.statements ?? []), ...statements] });
  }
  return [...merged.values()].sort(
    (a, b) => compareTargets(a.target, b.target) || policyTypes.indexOf(a.type) - policyTypes.indexOf(b.type),
  );
}
