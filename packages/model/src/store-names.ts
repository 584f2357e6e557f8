import type { Store } from './stores.ts';

/** What AWS calls a store: names of buckets are global, so the account and its id stand in them. */
export function storeResourceName({ kind, name, account, unit }: Store, accountId: string): string {
  if (kind === 'bucket') return `${account}-${name}-${accountId}`;
  return kind === 'repository' ? `${unit}/${name}` : name;
}

/** ARN of a store. A secret's ends in six characters that AWS chooses: its ARN is a pattern. */
export function storeArn(store: Store, accountId: string): string {
  const name = storeResourceName(store, accountId);
  const at = (service: string, resource: string) => `arn:aws:${service}:${store.region}:${accountId}:${resource}`;
  switch (store.kind) {
    case 'bucket':
      return `arn:aws:s3:::${name}`;
    case 'table':
      return at('dynamodb', `table/${name}`);
    case 'queue':
      return at('sqs', name);
    case 'topic':
      return at('sns', name);
    case 'secret':
      return at('secretsmanager', `secret:${name}-??????`);
    case 'bus':
      return at('events', `event-bus/${name}`);
    case 'repository':
      return at('ecr', `repository/${name}`);
  }
}

/** Alias of a store's own key, without `alias/`: `store/orders`. */
export function storeKeyAlias({ name }: Pick<Store, 'name'>): string {
  return `store/${name}`;
}
