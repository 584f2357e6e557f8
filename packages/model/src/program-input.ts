import { applyChanges } from './apply-changes.ts';
import type { DefinitionChange } from './definition-change.ts';
import type { OrganizationDefinition } from './definition.ts';
import { type Lock, emptyLock, parseLock } from './lock.ts';
import { madeUpLock } from './made-up-lock.ts';
import type { Organization } from './organization.ts';
import { parseOrganization } from './parse-organization.ts';

/** What an organization's program is started with. */
export interface ProgramStart {
  readonly definition: OrganizationDefinition;
  /** The text of organization.lock.json; undefined where there is none. */
  readonly lock: string | undefined;
  /**
   * Changes as JSON, to look at and never to deploy: what AWS hasn't chosen yet is made up, and even no change, `[]`,
   * does that. Undefined to write what is deployed.
   */
  readonly whatIf: string | undefined;
}

/**
 * The checked organization and the ids that its stacks are synthesized from.
 *
 * @throws DefinitionError with all problems, LockError, DefinitionChangeError
 */
export function programInput({ definition, lock: text, whatIf }: ProgramStart): {
  readonly organization: Organization;
  readonly lock: Lock;
} {
  const lock = text === undefined ? emptyLock : parseLock(text);
  if (whatIf === undefined) return { organization: parseOrganization(definition), lock };
  const organization = parseOrganization(applyChanges(definition, JSON.parse(whatIf) as readonly DefinitionChange[]));
  return { organization, lock: madeUpLock(organization, lock) };
}
