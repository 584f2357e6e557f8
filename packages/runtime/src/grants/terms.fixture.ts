import type { GrantTerms, StoreTerms } from './grant-terms.ts';
import type { GrantedUse, StoreKind } from '@bulkhead/model';

const from = '222200000011';
const to = '222200000007';
const at = (service: string, name: string) => `arn:aws:${service}:eu-west-1:${to}:${name}`;

const arns: Readonly<Record<StoreKind, string>> = {
  bucket: `arn:aws:s3:::acme-retail-prod-orders-${to}`,
  table: at('dynamodb', 'table/orders'),
  queue: at('sqs', 'orders'),
  topic: at('sns', 'orders'),
  secret: at('secretsmanager', 'secret:orders-??????'),
  bus: at('events', 'event-bus/orders'),
  repository: at('ecr', 'repository/retail/orders'),
};

/** `orders` of retail in prod. */
export const storeOf = (kind: StoreKind): StoreTerms => ({
  kind,
  accountId: to,
  region: 'eu-west-1',
  arn: arns[kind],
  keyAlias: kind === 'bus' || kind === 'repository' ? undefined : 'alias/store/orders',
});

/** What the loader of bi in prod is granted there. */
export const termsOf = (kind: StoreKind, use: GrantedUse, more: Partial<GrantTerms> = {}): GrantTerms => ({
  name: 'bi-uses-orders',
  use,
  grantee: { accountId: from, roleArn: `arn:aws:iam::${from}:role/workload/loader` },
  store: storeOf(kind),
  organizationId: 'o-exampleacme',
  until: undefined,
  ...more,
});
