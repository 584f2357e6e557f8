import { matchesPatterns } from '../promises/matching.ts';
import { placeOf } from '../policy/policy.ts';
import type { Mutant } from './mutants-of.ts';

export interface MayLive {
  /** Pattern of the statement's place: `* aws_iam_role_policy.* (Deploy)`. */
  readonly statement: string;
  readonly change: string;
  readonly why: string;
}

/**
 * Mutants that change nothing for anybody who is asked about, each with the reason: what they open is shut by something
 * else. One that some promise notices must not be among them.
 */
export const mayLive: readonly MayLive[] = [
  {
    statement: '* aws_iam_role_policy.backup_* (Vaults)',
    change: 'widen Resource',
    why: 'another statement of the same policy denies every other vault',
  },
  ...['Lifting', 'Replacing', 'Rewriting'].map((sid) => ({
    statement: `* aws_iam_policy.boundary (${sid})`,
    change: '*',
    why: 'a second wall: nothing else in the boundary allows it, and it stays if something comes to',
  })),
  {
    statement: '* aws_sns_topic_policy.store-* (Others)',
    change: 'drop*',
    why: 'a second wall: nothing else in that policy lets anybody in but who has a grant',
  },
  ...[
    { of: ['Organization', 'LockOrganization'], change: 'widen Resource' },
    {
      of: ['Organization', 'LockOrganization', 'Apply1', 'LockApply1', 'Plan1'],
      change: 'drop condition ArnLike aws:PrincipalArn',
    },
  ].flatMap(({ of, change }) =>
    of.map((part) => ({
      ...{ statement: `*-delivery aws_s3_bucket_policy.*state_* (State${part})`, change },
      why: 'another statement denies everybody but the pipelines that own a state, and their own policies name it',
    })),
  ),
  ...['Replication', 'RecordersWrite'].map((sid) => ({
    statement: `*-shared-services aws_s3_bucket_policy.* (${sid})`,
    change: 'drop condition ArnLike aws:PrincipalArn',
    why: 'another statement denies writing to everybody else',
  })),
  {
    statement: '*-shared-services aws_s3_bucket_policy.billing_* (OnlyDelivery)',
    change: 'drop condition BoolIfExists aws:PrincipalIsAWSService',
    why: 'no service writes into that bucket, only the role that copies',
  },
  {
    statement: '*-shared-services aws_iam_role_policy.auditor-telemetry (Locations)',
    change: 'widen Resource',
    why: 'auditors see the settings of every bucket of their account by another statement',
  },
  {
    statement: '*-shared-services aws_iam_role_policy.inventory-reader_* (Stores)',
    change: 'widen Resource',
    why: 'no other account can let anybody ask its aggregator, and shared services have one',
  },
  {
    statement: '*-stage aws_iam_role_policy.*_logs_* (Debug2)',
    change: 'drop condition StringLike kms:ViaService',
    why: 'where data could be recognized another statement of the role denies decryption by anything but logs',
  },
  {
    statement: '*-identity aws_iam_*_policy.* (Become*)',
    change: 'drop condition StringEquals aws:ResourceOrgID',
    why: 'no role of another organization is asked about, which would have to trust this one',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-rcp-root-* (Deputy*)',
    change: 'drop condition Bool aws:PrincipalIsAWSService',
    why: 'nobody but a service says for whom it works',
  },
  {
    statement: '* aws_organizations_resource_policy.* (Freez*)',
    change: 'widen Resource',
    why: 'nothing but freeze policies, and nothing but accounts that may be frozen, has the tag that it demands',
  },
];

/** The reason why a mutant may live; undefined where a promise has to notice it. */
export function mayLiveBy(reasons: readonly MayLive[], { statement, change }: Mutant): MayLive | undefined {
  const place = placeOf(statement);
  return reasons.find((each) => matchesPatterns(each.statement, place) && matchesPatterns(each.change, change));
}
