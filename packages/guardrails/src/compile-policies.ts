import { foldStatements } from './fold-statements.ts';
import { GuardrailOverflowError, type Overflow } from './guardrail-overflow-error.ts';
import type { TargetGuardrails } from './guardrails-of.ts';
import { packStatements } from './pack-statements.ts';
import type { Statement } from './policy.ts';
import { type PolicyLimits, policiesForGuardrails, policyLimits } from './policy-limits.ts';
import { policyDocument, renderPolicy, sizeAsPolicy, sizeOf } from './render-policy.ts';
import { type Target, compareTargets, policyNameStem, targetName } from './target.ts';

/** A policy as AWS takes it, and what it is attached to. */
export interface CompiledPolicy {
  /** `acme-runtime-dev-1`: after the first target that it is attached to. */
  readonly name: string;
  readonly type: 'SERVICE_CONTROL_POLICY';
  /** Minified JSON. */
  readonly content: string;
  readonly targets: readonly [Target, ...Target[]];
}

/** What guardrails take of one target's room, besides what is kept for `FullAWSAccess` and a freeze policy. */
export interface TargetUsage {
  readonly target: Target;
  readonly policies: number;
  readonly policiesLeft: number;
  readonly bytes: number;
  /** In the policies that are there and those that could be added. */
  readonly bytesLeft: number;
}

export interface CompiledPolicies {
  readonly policies: readonly CompiledPolicy[];
  /** One entry per target, from the root down, by name. */
  readonly usage: readonly TargetUsage[];
}

/**
 * Fits guardrails into policies: statements of a target are deduplicated, folded and packed, and policies that come out
 * equal on several targets are one policy. The same guardrails give the same bytes, in whatever order they come.
 *
 * @throws GuardrailOverflowError with every target whose guardrails don't fit
 */
export function compilePolicies(
  organization: { readonly name: string },
  guardrails: readonly TargetGuardrails[],
  limits: PolicyLimits = policyLimits.classic,
): CompiledPolicies {
  const most = policiesForGuardrails(limits);
  const packed = byTarget(guardrails).map(({ target, statements }) => ({
    target,
    ...packStatements(foldStatements(statements), limits.bytesPerPolicy, most),
  }));
  const overflows = packed
    .filter(({ leftOut }) => leftOut.length > 0)
    .map(({ target, policies, leftOut }): Overflow => ({
      where: targetName(target),
      bytesNeeded: total([...policies, ...leftOut.map((statement) => [statement])].map(sizeAsPolicy)),
      bytesAvailable: most * limits.bytesPerPolicy,
      policies: most,
      leftOut: leftOut.map(({ Sid }) => Sid),
    }));
  if (overflows.length > 0) throw new GuardrailOverflowError(overflows);

  const rendered = packed.map(({ target, policies }) => ({ target, contents: policies.map(contentOf) }));
  return {
    policies: shareEqualPolicies(organization.name, rendered),
    usage: rendered.map(({ target, contents }) => {
      const bytes = total(contents.map(sizeOf));
      const policies = contents.length;
      return {
        target,
        policies,
        policiesLeft: most - policies,
        bytes,
        bytesLeft: most * limits.bytesPerPolicy - bytes,
      };
    }),
  };
}

const contentOf = (statements: readonly Statement[]) => renderPolicy(policyDocument(statements));

function byTarget(guardrails: readonly TargetGuardrails[]): readonly TargetGuardrails[] {
  const merged = new Map<string, TargetGuardrails>();
  for (const { target, statements } of guardrails) {
    const key = `${target.kind} ${targetName(target)}`;
    merged.set(key, { target, statements: [...(merged.get(key)?.statements ?? []), ...statements] });
  }
  return [...merged.values()].sort((a, b) => compareTargets(a.target, b.target));
}

function shareEqualPolicies(
  organization: string,
  rendered: readonly { readonly target: Target; readonly contents: readonly string[] }[],
): readonly CompiledPolicy[] {
  const byContent = new Map<string, CompiledPolicy>();
  for (const { target, contents } of rendered) {
    contents.forEach((content, index) => {
      const shared = byContent.get(content);
      const name = `${policyNameStem(organization, target)}-${index + 1}`;
      byContent.set(
        content,
        shared
          ? { ...shared, targets: [...shared.targets, target] }
          : { name, type: 'SERVICE_CONTROL_POLICY', content, targets: [target] },
      );
    });
  }
  return [...byContent.values()];
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
