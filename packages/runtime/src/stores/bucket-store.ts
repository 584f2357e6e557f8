import { PrivateBucket } from '@bulkhead/baseline';
import { Construct } from 'constructs';
import { StoreKey } from './store-key.ts';
import { storeStatements } from './store-policy.ts';
import { type MadeStore, type StoreProps, isPrecious } from './store-props.ts';

/** A private bucket with a key of its own; who reaches it from elsewhere stands in its policy. */
export class BucketStore extends Construct implements MadeStore {
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { resourceName: name, provider, dataClass } = props;
    const key = new StoreKey(this, 'key', props);
    new PrivateBucket(this, 'Default', {
      name,
      provider,
      keyArn: key.arn,
      policy: storeStatements(this, props),
      destroyable: !isPrecious(props),
      tags: { DataClass: dataClass },
    });
    this.name = name;
    this.arn = props.terms.arn;
    this.keyArn = key.arn;
  }
}
