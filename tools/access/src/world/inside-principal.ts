import type { Policy } from '../policy/policy.ts';
import type { Account, Principal, PrincipalKind } from './world.ts';

/** A principal of an account. */
export interface InsidePrincipal extends Principal {
  readonly account: Account;
}

/** @param tags Those of the role or user: its requests carry them. */
export function insidePrincipal(
  kind: PrincipalKind,
  arn: string,
  account: Account,
  policies: readonly Policy[],
  tags?: Readonly<Record<string, string>>,
): InsidePrincipal {
  const isUser = arn.includes(':user/');
  const path = arn.slice(arn.lastIndexOf(':') + 1).replace(/^(role|user)\//, '');
  return {
    ...{ kind, arn, account, policies },
    ...(isUser && tags && { tags }),
    name: `${account.name}/${path}`,
    context: {
      'aws:PrincipalArn': arn,
      'aws:PrincipalAccount': account.id,
      'aws:PrincipalType': isUser ? 'User' : kind === 'root' ? 'Account' : 'AssumedRole',
      ...(isUser && { 'aws:username': path.slice(path.lastIndexOf('/') + 1) }),
      ...Object.fromEntries(Object.entries(tags ?? {}).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
    },
  };
}
