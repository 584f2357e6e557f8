import { fullAwsAccess } from '../policy/managed-policies.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import type { SynthesizedOrganization } from '../terraform/read-terraform.ts';
import { UnreadableTerraformError } from '../terraform/unreadable-terraform-error.ts';
import { findingsOf } from './findings-of.ts';
import type { Account, Level } from './world.ts';

export interface AccountTree {
  readonly organization: { readonly id: string; readonly managementAccountId: string };
  readonly accounts: readonly Account[];
}

/** Where accounts wait to be closed. */
const suspended = 'Suspended';

/**
 * The accounts of an organization and what hangs above them, and an example of one that waits to be closed where none
 * does: what holds for the first account that is moved there is asked about before it is. A unit of a phase that no account
 * has is about nobody.
 *
 * @throws UnreadableTerraformError when there is no organization, or a policy is attached to nothing that is known
 */
export function accountTree({ findings, regions }: SynthesizedOrganization): AccountTree {
  const [organization] = findingsOf(findings, 'organization');
  if (!organization) throw new UnreadableTerraformError(['no stack has aws_organizations_organization']);
  const units = new Map(findingsOf(findings, 'organizational-unit').map((unit) => [unit.id, unit]));
  const attached = attachedPolicies(findings);
  const level = (target: string): Level => {
    const policies = attached.get(target) ?? [];
    return {
      target,
      serviceControl: [
        fullAwsAccess,
        ...policies.flatMap(({ type, policy }) => (type === 'service-control' ? [policy] : [])),
      ],
      resourceControl: policies.flatMap(({ type, policy }) => (type === 'resource-control' ? [policy] : [])),
    };
  };
  const pathTo = (parentId: string): readonly string[] => {
    const unit = units.get(parentId);
    return unit ? [...pathTo(unit.parentId), unit.id] : [organization.rootId];
  };
  const members = findingsOf(findings, 'account').map(({ id, name, tags, parentId }): Account => {
    const path = pathTo(parentId);
    return {
      // who waits to be closed is no account of its phase any more: nothing is allowed there, whatever its tags say
      ...{
        id,
        name,
        tags: units.get(parentId)?.name === suspended ? { ...tags, Phase: suspended.toLowerCase() } : tags,
      },
      regions: regions.get(id) ?? regions.get(organization.managementAccountId) ?? [],
      levels: [...path, id].map(level),
      organizationPath: `${[organization.id, ...path].join('/')}/`,
    };
  });
  const strangers = [...regions.keys()].filter(
    (id) => id !== organization.managementAccountId && !members.some((member) => member.id === id),
  );
  if (strangers.length > 0) {
    throw new UnreadableTerraformError(
      strangers.map((id) => `a stack goes to account ${id}, which the organization has not: is the lock its own?`),
    );
  }
  const taken = new Set(members.flatMap(({ levels }) => levels.map(({ target }) => target)));
  const examples = [...units.values()]
    .filter(({ id, name }) => name === suspended && !taken.has(id))
    .map((unit, index): Account => {
      const path = pathTo(unit.id);
      // a number that AWS gives to nobody
      const id = `0000000000${String(index).padStart(2, '0')}`;
      return {
        ...{ id, name: `any account in ${unit.name}`, tags: { Phase: unit.name.toLowerCase() } },
        regions: regions.get(organization.managementAccountId) ?? [],
        levels: [...path, id].map(level),
        organizationPath: `${[organization.id, ...path].join('/')}/`,
      };
    });
  const management: Account = {
    id: organization.managementAccountId,
    name: 'management',
    tags: { Phase: 'management' },
    regions: regions.get(organization.managementAccountId) ?? [],
    levels: [],
    organizationPath: `${organization.id}/${organization.rootId}/`,
  };
  return {
    organization: { id: organization.id, managementAccountId: organization.managementAccountId },
    accounts: [management, ...members, ...examples],
  };
}

interface AttachedPolicy {
  readonly type: 'service-control' | 'resource-control';
  readonly policy: Policy;
}

/** By target. Policies that are attached to nothing, such as a freeze that isn't in force, are left out. */
function attachedPolicies(findings: readonly Finding[]): ReadonlyMap<string, readonly AttachedPolicy[]> {
  const policies = new Map(findingsOf(findings, 'control-policy').map(({ id, control }) => [id, control]));
  const attached = new Map<string, readonly AttachedPolicy[]>();
  for (const { policyId, targetId } of findingsOf(findings, 'control-policy-attachment')) {
    const control = policies.get(policyId);
    if (!control)
      throw new UnreadableTerraformError([`policy ${policyId} is attached to ${targetId}, but not written`]);
    if (control.type === 'other') continue;
    attached.set(targetId, [...(attached.get(targetId) ?? []), control]);
  }
  return attached;
}
