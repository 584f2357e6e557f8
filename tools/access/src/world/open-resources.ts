import { policyOf } from '../policy/parse-policy.ts';
import type { StatementDocument } from '../policy/policy.ts';
import { clusterProvider, publicProviders, strangeDirectory } from './strangers-with-tokens.ts';
import { isReserved } from './permission-set-roles.ts';
import type { Account, Principal, Resource } from './world.ts';

const everybody: StatementDocument = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
const { Resource: _, ...everybodyAssumes } = { ...everybody, Action: ['sts:AssumeRole', 'sts:TagSession'] };

/**
 * A role as it would be if its trust let everybody in: who is denied even then is denied by their own policies.
 */
export function openedRole({ kind, arn, name, account }: Principal): readonly Resource[] {
  if (kind !== 'role' || !account || isReserved(arn)) return [];
  const place = { stack: 'aws', address: 'a trust that lets everybody in', attribute: arn };
  return [
    {
      ...{ kind: 'opened-role', arn, name: `${name}, left open`, account, example: true },
      policies: [policyOf(everybodyAssumes, place)],
    },
  ];
}

/** What a policy of its own protects: whoever is kept from it without that policy is kept by their own or a guardrail. */
const protectedKinds = ['bucket', 'object', 'key', 'backup-vault'];

/**
 * A resource of the Terraform as it would be if its own policy let everybody in: every other account, and in its own
 * whomever their own policies allow it.
 */
export function openedResource({ kind, arn, name, account, tags, example }: Resource): readonly Resource[] {
  if (example || !protectedKinds.includes(kind)) return [];
  const place = { stack: 'aws', address: 'a policy that lets everybody in', attribute: arn };
  return [
    {
      ...{ kind: `opened-${kind}`, arn, name: `${name}, left open`, account, example: true },
      ...(tags && { tags }),
      policies: [policyOf(everybodyElse(account.id), place)],
    },
  ];
}

const everybodyElse = (accountId: string): readonly StatementDocument[] => [
  { ...everybody, Condition: { StringNotEquals: { 'aws:PrincipalAccount': accountId } } },
  { ...everybody, Principal: { AWS: `arn:aws:iam::${accountId}:root` } },
];

/**
 * Resources that somebody left open to the whole world, one of each kind in each account: what is denied even there is
 * denied by a wall around the account, or by what the one who asks is allowed, and not by luck.
 */
export function openResources(account: Account): readonly Resource[] {
  const region = account.regions[0] ?? 'us-east-1';
  const open = (kind: string, arn: string, document: StatementDocument = everybody): Resource => ({
    ...{ kind, arn, account, example: true, name: `${account.name}/${kind}` },
    policies: [policyOf(document, { stack: 'aws', address: `a policy that allows everybody`, attribute: kind })],
  });
  return [
    open('open-bucket', `arn:aws:s3:::left-open-${account.id}`),
    open('open-object', `arn:aws:s3:::left-open-${account.id}/example`),
    open('open-key', `arn:aws:kms:${region}:${account.id}:key/11111111-89ab-cdef-0123-456789abcdef`),
    open('open-queue', `arn:aws:sqs:${region}:${account.id}:left-open`),
    open('open-topic', `arn:aws:sns:${region}:${account.id}:left-open`),
    open('open-secret', `arn:aws:secretsmanager:${region}:${account.id}:secret:left-open-AbCdEf`),
    open('open-role', `arn:aws:iam::${account.id}:role/left-open`, everybodyAssumes),
    open('open-token-role', `arn:aws:iam::${account.id}:role/left-open-to-tokens`, {
      ...{ Effect: 'Allow', Principal: { Federated: [...publicProviders(account), clusterProvider(account)] } },
      Action: 'sts:AssumeRoleWithWebIdentity',
    }),
    open('open-directory-role', `arn:aws:iam::${account.id}:role/left-open-to-directories`, {
      ...{ Effect: 'Allow', Principal: { Federated: strangeDirectory(account) } },
      Action: 'sts:AssumeRoleWithSAML',
    }),
  ];
}
