import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import type { StoreKind } from '@bulkhead/model';

/**
 * Characters that AWS takes in the policy of a store. Sources: the quotas pages of S3, DynamoDB, SQS, SNS, Secrets
 * Manager, EventBridge and ECR.
 */
const most: Readonly<Record<StoreKind, number>> = {
  bucket: 20_480,
  table: 20_480,
  queue: 8192,
  topic: 30_720,
  secret: 20_480,
  bus: 10_240,
  repository: 10_240,
};

/** Of a queue's policy only. */
const mostStatements = 20;
const mostPrincipals = 50;

/** What AWS would refuse in the policy of a store, as messages; empty where nothing. */
export function policyProblems(
  store: { readonly kind: StoreKind; readonly name: string },
  statements: readonly PolicyStatement[],
): string[] {
  const what = `the policy of the ${store.kind} ${store.name}`;
  const characters = policyJson(statements).length;
  const limit = most[store.kind];
  const principals = new Set(statements.flatMap(({ Principal }) => Object.values(Principal ?? {}).flat())).size;
  return [
    ...(characters > limit
      ? [`${what} has ${characters} characters, AWS takes ${limit}: give fewer grants on it`]
      : []),
    ...(store.kind === 'queue' && statements.length > mostStatements
      ? [`${what} has ${statements.length} statements, AWS takes ${mostStatements}: let fewer grants on it end`]
      : []),
    ...(store.kind === 'queue' && principals > mostPrincipals
      ? [`${what} names ${principals} accounts, AWS takes ${mostPrincipals}: give fewer grants on it`]
      : []),
  ];
}
