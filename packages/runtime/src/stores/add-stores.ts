import type { StackContext } from '@bulkhead/baseline';
import { type RuntimeAccount, storeResourceName, storesIn } from '@bulkhead/model';
import { accessOf } from '../grants/access-of.ts';
import { storeTerms } from '../grants/terms-of.ts';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';
import { storeConstructs } from './store-constructs.ts';
import type { MadeStore } from './store-props.ts';

/**
 * Adds the stores that the definition gives an account, and lets those in that grants name.
 *
 * @returns them by name
 */
export function addStores(
  stack: RuntimeAccountStack,
  account: RuntimeAccount,
  context: StackContext,
): ReadonlyMap<string, MadeStore> {
  return new Map(
    storesIn(context.organization, account).map((store) => {
      const terms = storeTerms(store, context);
      const made = new storeConstructs[store.kind](stack, `store-${store.name}`, {
        name: store.name,
        resourceName: storeResourceName(store, terms.accountId),
        terms,
        dataClass: store.data,
        protect: account.protect,
        provider: stack.providerIn(store.region),
        access: accessOf(store, context),
      });
      return [store.name, made];
    }),
  );
}
