import { type Organization, type RuntimeAccount, granteeArn, grantsFrom, runtimeAccountsOf } from '@bulkhead/model';
import { idOf, idsOfKinds } from './enterprise-ids.ts';
import { exceptRoles } from './except-platform.ts';
import type { OrganizationIds } from './organization-ids.ts';
import type { Condition, Statement } from './policy.ts';

/** Calls that read or write data. Source: Service Authorization Reference. */
const dataCalls: readonly string[] = [
  'dynamodb:*Item*',
  'dynamodb:PartiQL*',
  'dynamodb:Query',
  'dynamodb:Scan',
  'ebs:*SnapshotBlock*',
  'events:PutEvents',
  'kinesis:*Record*',
  'kinesis:SubscribeToShard',
  'kms:*crypt*',
  'kms:GenerateDataKey*',
  'lambda:InvokeFunction*',
  'rds-data:*',
  's3:*Object*',
  's3:ListBucket*',
  'secretsmanager:*SecretValue',
  'sns:Publish',
  'sns:Subscribe',
  'sqs:*Message*',
];

/**
 * Nobody of a runtime account reads or writes in another account of the organization but roles that a grant names, and
 * those only where their grants lead. AWS's own buckets, mirrors and layers are outside the organization and stay open.
 *
 * What the platform is asked for stays open too: images and artifacts of delivery, the bucket of AWS Config in shared
 * services. It holds for services that no resource control policy reaches, and for others as a second wall.
 *
 * @param account one that grants come from; undefined for the unit Runtime, where it holds for all others
 */
export function denyCrossing(
  organization: Organization,
  account: RuntimeAccount | undefined,
  ids: OrganizationIds,
): readonly Statement[] {
  const platform = idsOfKinds(organization, ['shared-services', 'delivery'], ids);
  const deny = (Sid: string, to: readonly string[], when: Condition = {}): Statement => {
    const { StringNotEquals, ...others } = when;
    return {
      Sid,
      Effect: 'Deny',
      Action: dataCalls,
      Resource: ['*'],
      Condition: {
        ...others,
        StringEquals: { 'aws:ResourceOrgID': [ids.organizationId] },
        StringNotEquals: { 'aws:ResourceAccount': ['${aws:PrincipalAccount}', ...platform, ...to], ...StringNotEquals },
      },
    };
  };
  if (!account) {
    const granting = runtimeAccountsOf(organization)
      .filter((each) => grantsFrom(organization, each).length > 0)
      .map(({ name }) => idOf(name, ids.accountIds));
    return [deny('Crossing', [], granting.length > 0 ? { StringNotEquals: { 'aws:PrincipalAccount': granting } } : {})];
  }
  const grants = grantsFrom(organization, account);
  if (grants.length === 0) return [];
  const id = idOf(account.name, ids.accountIds);
  const destinations = [...new Set(grants.map(({ to }) => idOf(to.account, ids.accountIds)))];
  return [
    deny('CrossingOthers', [], exceptRoles([...new Set(grants.map((grant) => granteeArn(grant, id)))])),
    deny('CrossingFurther', destinations),
  ];
}
