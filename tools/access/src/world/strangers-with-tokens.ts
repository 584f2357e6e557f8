import type { Account, Principal } from './world.ts';

/** A public issuer of tokens, and the claim that says who somebody is there. */
interface Issuer {
  readonly issuer: string;
  readonly claim: string;
  readonly subject: string;
}

/**
 * Where anybody in the world gets a token: hosts of code, and the issuers that IAM knows without a provider.
 *
 * Source: IAM User Guide, available keys for web identity federation.
 */
const issuers: readonly Issuer[] = [
  { issuer: 'token.actions.githubusercontent.com', claim: 'sub', subject: 'repo:stranger/repository:environment:prod' },
  { issuer: 'gitlab.com', claim: 'sub', subject: 'project_path:stranger/project:ref_type:branch:ref:main' },
  { issuer: 'accounts.google.com', claim: 'sub', subject: 'stranger' },
  { issuer: 'graph.facebook.com', claim: 'id', subject: 'stranger' },
  { issuer: 'www.amazon.com', claim: 'user_id', subject: 'stranger' },
];

/** The providers that a role could trust by mistake, as a trust policy names them. */
export const publicProviders = ({ id }: Account): readonly string[] =>
  issuers.map(({ issuer }) => providerOf(issuer, id));

const cluster = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF';

/** The provider of a cluster of EKS in the account, as a trust policy names it. */
export const clusterProvider = ({ id }: Account): string => providerOf(cluster, id);

/** A directory of somebody's own, as a trust policy names it. */
export const strangeDirectory = ({ id }: Account): string => `arn:aws:iam::${id}:saml-provider/stranger`;

/** Strangers with a token or an assertion, in each account: whoever trusts their issuer there would let them in. */
export function strangersWithTokens(accounts: readonly Account[]): readonly Principal[] {
  return accounts.flatMap((account): readonly Principal[] => [
    ...issuers.map(({ issuer, claim, subject }): Principal => ({
      ...{ kind: 'federated', name: `${issuer} a stranger in ${account.id}`, policies: [] },
      arn: providerOf(issuer, account.id),
      context: { [`${issuer}:${claim}`]: subject, [`${issuer}:aud`]: 'sts.amazonaws.com' },
    })),
    {
      ...{ kind: 'federated', name: `a pod of a cluster in ${account.id}`, policies: [] },
      arn: clusterProvider(account),
      context: { [`${cluster}:sub`]: 'system:serviceaccount:default:any', [`${cluster}:aud`]: 'sts.amazonaws.com' },
    },
    {
      ...{ kind: 'federated', name: `a directory, a stranger in ${account.id}`, policies: [] },
      arn: strangeDirectory(account),
      context: {},
    },
  ]);
}

const providerOf = (issuer: string, accountId: string) => `arn:aws:iam::${accountId}:oidc-provider/${issuer}`;
