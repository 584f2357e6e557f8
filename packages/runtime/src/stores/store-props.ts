import type { PolicyStatement } from '@bulkhead/baseline';
import type { DataClass } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { StoreTerms } from '../grants/grant-terms.ts';

/** Who reaches a store from other accounts: what its grants say, and nothing else. */
export interface StoreAccess {
  /** For the policy of the store. */
  readonly resource: readonly PolicyStatement[];
  /** For the policy of its key. */
  readonly key: readonly PolicyStatement[];
}

export interface StoreProps {
  /** In the definition: `orders`. */
  readonly name: string;
  /** In AWS: of a bucket `acme-retail-prod-orders-222200000007`. */
  readonly resourceName: string;
  readonly terms: StoreTerms;
  readonly dataClass: DataClass;
  /** Whether the service itself refuses to delete the store, where it can. */
  readonly protect: boolean;
  readonly provider: AwsProvider;
  readonly access: StoreAccess;
}

/** A store as a unit's own constructs in `main.ts` need it. */
export interface MadeStore {
  /** In AWS. */
  readonly name: string;
  /** Of a secret a pattern: AWS chooses the last six characters. */
  readonly arn: string;
  /** Undefined for kinds that have no key of their own. */
  readonly keyArn: string | undefined;
}

/** Whether losing it would be more than a nuisance: then no plan destroys it. */
export const isPrecious = ({ dataClass }: Pick<StoreProps, 'dataClass'>): boolean =>
  dataClass === 'sanitized' || dataClass === 'sensitive';

/** What every resource of a store has in common. */
export const commonOf = (props: StoreProps) => ({
  provider: props.provider,
  // wins over the tag that the account puts on everything
  tags: { DataClass: props.dataClass },
  ...(isPrecious(props) && { lifecycle: { preventDestroy: true } }),
});
