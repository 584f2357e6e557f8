import { listOf } from '../policy/policy.ts';
import type { Context, Principal } from '../world/world.ts';

/** A way in which somebody becomes somebody else. */
export interface Way {
  readonly verb: 'assumes' | 'rewrites the trust of' | 'passes to a service' | 'makes a key of' | 'joins' | 'makes';
  /** The action that it takes; undefined for those who can't go this way at all. */
  readonly action: (from: Principal) => string | undefined;
  readonly context?: Context;
  /** IAM is changed from within an account only. */
  readonly sameAccount: boolean;
}

const assumes: Way = {
  verb: 'assumes',
  action: ({ kind, arn }) => (kind === 'federated' ? withToken(arn) : 'sts:AssumeRole'),
  sameAccount: false,
};

const withToken = (provider: string) =>
  provider.includes(':saml-provider/') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';

const byIam = (verb: Way['verb'], action: string, context?: Context): Way => ({
  verb,
  action: ({ kind }) => (['federated', 'service', 'outsider', 'trusted'].includes(kind) ? undefined : action),
  ...(context && { context }),
  sameAccount: true,
});

/** How somebody could be become. Passing a role counts where a service may assume it. */
export function waysFor(principal: Principal): readonly Way[] {
  switch (principal.kind) {
    case 'role':
      return [
        assumes,
        byIam('rewrites the trust of', 'iam:UpdateAssumeRolePolicy'),
        ...(trustsService(principal) ? [byIam('passes to a service', 'iam:PassRole')] : []),
      ];
    case 'user':
      return [byIam('makes a key of', 'iam:CreateAccessKey')];
    case 'any-member':
      return [byIam('joins', 'iam:AddUserToGroup')];
    case 'any-administrator':
      // a role under a boundary is no administrator
      return [byIam('makes', 'iam:CreateRole', { 'iam:PermissionsBoundary': undefined })];
    default:
      return [];
  }
}

const trustsService = ({ trust }: Principal) =>
  trust?.statements.some(
    ({ document: { Principal } }) =>
      Principal !== undefined && Principal !== '*' && listOf(Principal['Service']).length > 0,
  ) ?? false;
