import { EncryptionKey } from '@bulkhead/baseline';
import type { Construct } from 'constructs';
import { foldGrants } from '../grants/fold-grants.ts';
import { type StoreProps, isPrecious } from './store-props.ts';

/** A key for one store, so that its policy names exactly those that may read that store. AWS bills a dollar a month. */
export class StoreKey extends EncryptionKey {
  constructor(scope: Construct, id: string, props: StoreProps) {
    const { name, terms, provider, access, dataClass } = props;
    super(scope, id, {
      alias: `store/${name}`,
      description: `encrypts the ${terms.kind} ${name}`,
      accountId: terms.accountId,
      provider,
      use: foldGrants(access.key),
      destroyable: !isPrecious(props),
      tags: { DataClass: dataClass },
    });
  }
}
