import type { CompiledPolicy } from './compiled-policy.ts';
import type { StatementPolicyType } from './policy-type.ts';
import { type Target, policyNameStem } from './target.ts';

interface Rendered {
  readonly target: Target;
  readonly type: StatementPolicyType;
  readonly contents: readonly string[];
}

/** One policy for each text (that of no two types is equal), attached to every target that it was made for and named after the first. */
export function shareEqualPolicies(organization: string, rendered: readonly Rendered[]): readonly CompiledPolicy[] {
  const byContent = new Map<string, CompiledPolicy>();
  for (const { target, type, contents } of rendered) {
    contents.forEach((content, index) => {
      const shared = byContent.get(content);
      const name = `${policyNameStem(organization, target, type)}-${index + 1}`;
      byContent.set(
        content,
        shared ? { ...shared, targets: [...shared.targets, target] } : { name, type, content, targets: [target] },
      );
    });
  }
  return [...byContent.values()];
}
