import { type Account, type Organization } from '@bulkhead/model';
import { type TargetGuardrails, guardrailsOf } from './guardrails-of.ts';
import { idsOf, organizationId } from './ids.fixture.ts';
import type { Statement } from './policy.ts';
import { resourceControlsOf } from './resource-controls-of.ts';
import { targetName } from './target.ts';

export { organizationId };

/** What holds over an account: of the root, of each unit above it, and of its own. */
export interface Line {
  /** What holds as soon as the account stands in its unit. */
  readonly inherited: readonly Statement[];
  readonly own: readonly Statement[];
}

const lineIn = (guardrails: readonly TargetGuardrails[]) => {
  const byName = new Map(guardrails.map(({ target, statements }) => [targetName(target), statements] as const));
  return ({ name, organizationalUnit }: Account): Line => {
    const parts = organizationalUnit.split('/');
    const units = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return {
      inherited: ['root', ...units].flatMap((above) => byName.get(above) ?? []),
      own: byName.get(name) ?? [],
    };
  };
};

/** What binds the principals of an account. */
export const principalLines = (organization: Organization) => lineIn(guardrailsOf(organization, idsOf(organization)));

/** What guards its resources. */
export const resourceLines = (organization: Organization) =>
  lineIn(resourceControlsOf(organization, idsOf(organization)));
