import type { PolicyStatement, StackContext } from '@bulkhead/baseline';
import { type RuntimeAccount, type Store, grantsFrom, grantsTo } from '@bulkhead/model';
import { sidesOf } from './grant-sides.ts';
import { grantTerms } from './terms-of.ts';

/** Whom the policies of a store and of its key let in from other accounts. */
export function accessOf(
  store: Store,
  context: StackContext,
): { readonly resource: readonly PolicyStatement[]; readonly key: readonly PolicyStatement[] } {
  const sides = grantsTo(context.organization, { name: store.account })
    .filter(({ to }) => to.name === store.name)
    .map((grant) => sidesOf(grantTerms(grant, context)));
  return { resource: sides.flatMap(({ resource }) => resource), key: sides.flatMap(({ key }) => key) };
}

/** What a role of an account may do in other ones: a workload, or a local role. */
export function grantedTo(role: string, account: RuntimeAccount, context: StackContext): readonly PolicyStatement[] {
  return grantsFrom(context.organization, account)
    .filter(({ from }) => from.role === role)
    .flatMap((grant) => sidesOf(grantTerms(grant, context)).identity);
}
