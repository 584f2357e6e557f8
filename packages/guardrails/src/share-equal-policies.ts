import { createHash } from 'node:crypto';
import type { CompiledPolicy } from './compiled-policy.ts';
import type { PolicyDocument } from './policy.ts';
import type { StatementPolicyType } from './policy-type.ts';
import { type Target, namesStart, policyNameStem } from './target.ts';

interface Rendered {
  readonly target: Target;
  readonly type: StatementPolicyType;
  readonly contents: readonly string[];
}

type Shared = Omit<CompiledPolicy, 'name'> & { readonly type: StatementPolicyType; readonly ownName: string };

/**
 * One policy for each text (that of no two types is equal), attached to every target that it was made for.
 *
 * A policy of one target is named after it, one of several after what it says: whichever of them comes or goes, the others
 * keep theirs, as long as they are several.
 */
export function shareEqualPolicies(organization: string, rendered: readonly Rendered[]): readonly CompiledPolicy[] {
  const byContent = new Map<string, Shared>();
  for (const { target, type, contents } of rendered) {
    contents.forEach((content, index) => {
      const shared = byContent.get(content);
      const ownName = `${policyNameStem(organization, target, type)}-${index + 1}`;
      byContent.set(
        content,
        shared ? { ...shared, targets: [...shared.targets, target] } : { ownName, type, content, targets: [target] },
      );
    });
  }
  const policies = [...byContent.values()];
  const names = policies.map(({ ownName, targets, ...policy }) =>
    targets.length === 1 ? ownName : sharedName(organization, policy),
  );
  return policies.map(({ ownName: _, ...policy }, index) => {
    const name = names[index] ?? '';
    const isTaken = names.filter((each) => each === name).length > 1;
    return { name: isTaken ? `${name}-${digestOf(policy.content)}` : name, ...policy };
  });
}

/** Room for a digest in the 128 characters of a policy's name. Source: AWS Organizations API Reference, CreatePolicy. */
const longest = 120;

/** `acme-shared-reclass`, `acme-rcp-shared-tokens`: after the statements, which keep their names when their text changes. */
function sharedName(organization: string, { type, content }: Pick<Shared, 'type' | 'content'>): string {
  const { Statement } = JSON.parse(content) as PolicyDocument;
  const says = Statement.map(({ Sid }) => Sid.toLowerCase()).join('-');
  return `${namesStart(organization, type)}-shared-${says}`.slice(0, longest);
}

const digestOf = (content: string) => createHash('sha256').update(content).digest('hex').slice(0, 6);
