import { administratorAccess } from '../policy/managed-policies.ts';
import { policyOf } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding, IdentityFinding } from '../terraform/finding.ts';
import { findingsOf } from './findings-of.ts';
import type { IdentityPolicies } from './identity-policies.ts';
import { type InsidePrincipal, insidePrincipal } from './inside-principal.ts';
import { permissionSetRoles } from './permission-set-roles.ts';
import type { Account } from './world.ts';

/** Roles and users of the Terraform, and in each account those that AWS makes or somebody could make. */
export function insidePrincipals(
  findings: readonly Finding[],
  accounts: readonly Account[],
  policies: IdentityPolicies,
): readonly InsidePrincipal[] {
  const [organization] = findingsOf(findings, 'organization');
  const managementAccountId = organization?.managementAccountId ?? '';
  const accessRoles = new Map(findingsOf(findings, 'account').map(({ id, accessRole }) => [id, accessRole]));
  return accounts.flatMap((account): readonly InsidePrincipal[] => {
    const written = findingsOf(findings, 'identity').filter(({ identity }) => identity.accountId === account.id);
    const accessRole = accessRoles.get(account.id);
    return [
      ...written.flatMap((finding) => writtenPrincipal(finding, account, policies)),
      ...permissionSetRoles(findings, account, policies).flatMap(withLookalike),
      ...(accessRole === undefined ? [] : [createdAccessRole(accessRole, account, managementAccountId)]),
      insidePrincipal('any-administrator', `arn:aws:iam::${account.id}:role/any-administrator`, account, [
        administratorAccess,
      ]),
      insidePrincipal('root', `arn:aws:iam::${account.id}:root`, account, [administratorAccess]),
    ];
  });
}

function writtenPrincipal(
  { identity, arn, boundary, trust, tags }: IdentityFinding,
  account: Account,
  policies: IdentityPolicies,
): readonly InsidePrincipal[] {
  if (identity.kind === 'group') {
    // people of a group stand under its path
    const member = arn.replace(':group/', ':user/').replace(/[^/]*$/, `any-member-of-${identity.name}`);
    const own = policies.of(identity);
    return [
      insidePrincipal('any-member', member, account, own),
      unlimited(member, account),
      empowered(member, account, own),
    ];
  }
  const limits = boundary !== undefined && { boundary: policies.byArn(boundary) };
  const own = policies.of(identity);
  const written = { ...insidePrincipal(identity.kind, arn, account, own, tags), ...limits };
  return [
    { ...written, ...(trust && { trust }) },
    { ...unlimited(arn, account, tags), ...limits },
    { ...empowered(arn, account, own, tags), ...limits },
    ...bare(arn, account, own, policies.writtenFor(identity), tags).map((each) => ({ ...each, ...limits })),
    ...(limits ? [unbounded(arn, account, own, tags)] : []),
  ];
}

/** The role of a permission set, as it could be written, and one that somebody names like it. */
function withLookalike(role: InsidePrincipal): readonly InsidePrincipal[] {
  const { account, boundary } = role;
  const lookalike = role.arn.replace(/:role\/aws-reserved\/.*\//, ':role/');
  return [role, { ...unlimited(role.arn, account), ...(boundary && { boundary }) }, unlimited(lookalike, account)];
}

function unlimited(arn: string, account: Account, tags?: Readonly<Record<string, string>>): InsidePrincipal {
  const principal = insidePrincipal('unlimited', arn, account, [administratorAccess], tags);
  return { ...principal, name: `${principal.name}, whatever it is allowed` };
}

function empowered(
  arn: string,
  account: Account,
  own: readonly Policy[],
  tags?: Readonly<Record<string, string>>,
): InsidePrincipal {
  const principal = insidePrincipal('empowered', arn, account, [...own, administratorAccess], tags);
  return { ...principal, name: `${principal.name}, whatever else it is allowed` };
}

/** Who has nothing but what was written for it is asked about as it is. */
function bare(
  arn: string,
  account: Account,
  own: readonly Policy[],
  written: readonly Policy[],
  tags?: Readonly<Record<string, string>>,
): readonly InsidePrincipal[] {
  if (written.length === 0 || written.length === own.length) return [];
  const principal = insidePrincipal('bare', arn, account, written, tags);
  return [{ ...principal, name: `${principal.name}, with its own policies alone` }];
}

function unbounded(
  arn: string,
  account: Account,
  own: readonly Policy[],
  tags?: Readonly<Record<string, string>>,
): InsidePrincipal {
  const principal = insidePrincipal('unbounded', arn, account, own, tags);
  return { ...principal, name: `${principal.name}, without its boundary` };
}

/** AWS makes it in every account that an organization creates. Source: AWS Organizations User Guide. */
function createdAccessRole(name: string, account: Account, managementAccountId: string): InsidePrincipal {
  const trust = policyOf(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${managementAccountId}:root` }, Action: 'sts:AssumeRole' },
    { stack: 'aws', address: `role ${name} of ${account.name}`, attribute: 'trust' },
  );
  return {
    ...insidePrincipal('role', `arn:aws:iam::${account.id}:role/${name}`, account, [administratorAccess]),
    trust,
  };
}
