import type { StackContext } from '@bulkhead/baseline';
import { type RuntimeAccount, grantsFrom } from '@bulkhead/model';
import { grantTerms } from './terms-of.ts';

/**
 * What grants let a role of an account reach elsewhere, as ARN patterns: what denies people data leaves these out, or the
 * grant would be worth nothing.
 */
export function grantedArns(role: string, account: RuntimeAccount, context: StackContext): readonly string[] {
  const arns = grantsFrom(context.organization, account)
    .filter(({ from }) => from.role === role)
    .map((grant) => grantTerms(grant, context).store)
    .flatMap(({ arn, accountId, region, keyAlias }) => [
      arn,
      `${arn}/*`,
      ...(keyAlias === undefined ? [] : [`arn:aws:kms:${region}:${accountId}:key/*`]),
    ]);
  return [...new Set(arns)];
}
