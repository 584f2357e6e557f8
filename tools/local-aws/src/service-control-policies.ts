import type { PolicyDocument } from './policy-document.ts';
import type { World } from './world.ts';

/**
 * The service control policies that bind an account: those on it and on everything above it. They never bind the
 * management account, and none of them does where the organization has switched the type off.
 */
export function serviceControlPoliciesOf(accountId: string, world: World): readonly PolicyDocument[] {
  const type = 'SERVICE_CONTROL_POLICY';
  if (accountId === world.organization.managementAccountId || !world.policyTypes.includes(type)) return [];
  const targets = new Set(lineOf(accountId, world));
  const attached = new Set(
    world.attachments.filter(({ targetId }) => targets.has(targetId)).map(({ policyId }) => policyId),
  );
  return world.policies
    .filter((policy) => policy.type === type && attached.has(policy.id))
    .map(({ content }) => JSON.parse(content) as PolicyDocument);
}

/** An account or unit, then what it hangs under, up to the root. */
function lineOf(id: string, world: World): readonly string[] {
  const own = [...world.accounts, ...world.organizationalUnits].find((each) => each.id === id);
  return own ? [id, ...lineOf(own.parentId, world)] : [id];
}
