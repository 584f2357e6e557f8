import { matchesPatterns } from '../promises/matching.ts';
import { placeOf } from '../policy/policy.ts';
import type { Mutant } from './mutants-of.ts';

interface MayLive {
  /** Pattern of the statement's place: `* aws_iam_role_policy.* (Deploy)`. */
  readonly statement: string;
  readonly change: string;
  readonly why: string;
}

/** Mutants that change nothing for anybody, each with the reason: what they open is shut by something else. */
const mayLive: readonly MayLive[] = [
  {
    statement: '* aws_sns_topic_policy.*',
    change: 'widen Resource',
    why: 'a policy of a topic is about that topic, whatever it names',
  },
  {
    statement: '* aws_cloudwatch_log_destination_policy.*',
    change: 'widen Resource',
    why: 'a policy of a destination is about that destination, whatever it names',
  },
  {
    statement: '* aws_cloudwatch_log_destination_policy.* (Unit)',
    change: 'drop condition StringEquals aws:PrincipalOrgID',
    why: 'it names the accounts of the unit too, one by one',
  },
  ...['*List*', '*Look', '*Acl', 'AccessLogs', 'Replication', 'Read', 'Exports'].map((sid) => ({
    statement: `* aws_s3_bucket_policy.* (${sid})`,
    change: 'widen Resource',
    why: 'a policy of a bucket is about that bucket, and it was about all of it before',
  })),
  {
    statement: '* aws_iam_role_policy.workload-* (*)',
    change: 'drop condition StringEquals aws:ResourceAccount',
    why: 'it counts once a bucket is gone and another account takes its name, which stands in one at a time',
  },
  {
    statement: '* (Grant*)',
    change: 'drop condition DateLessThan aws:CurrentTime',
    why: 'the other side of the grant ends on that day too',
  },
  {
    statement: '* (Grant*)',
    change: 'drop condition StringEquals aws:PrincipalOrgID',
    why: 'it names one role, of an account that is in the organization',
  },
  {
    statement: '* aws_kms_key.store-* (Grant*)',
    change: 'drop condition StringEquals kms:ViaService',
    why: 'the policy of the role demands it too',
  },
  {
    statement: '* aws_sns_topic_policy.store-* (Others)',
    change: 'drop*',
    why: 'a second wall: nothing else in that policy lets anybody in but who has a grant',
  },
  ...['Key', 'Grant*Key', 'OwnKeys', 'StateKey', 'ArtifactsKey', 'Pull'].map((sid) => ({
    statement: `* aws_iam_role_policy.* (${sid})`,
    change: 'widen Resource',
    why: 'it is all of one account before, and what stands in other accounts lets in whom its own policy names',
  })),
  {
    statement: '*-delivery aws_s3_bucket_policy.*state_* (State*)',
    change: '*',
    why: 'another statement denies everybody but the pipelines that own a state, and their own policies name it',
  },
  {
    statement: '* aws_iam_role_policy.* (StateKey)',
    change: 'drop condition StringEquals kms:ViaService',
    why: 'the policy of the key demands it of other accounts too',
  },
  {
    statement: '*-shared-services aws_s3_bucket_policy.* (Re*)',
    change: 'drop condition ArnLike aws:PrincipalArn',
    why: 'another statement denies writing to everybody else',
  },
  {
    statement: '*-shared-services aws_s3_bucket_policy.billing_* (OnlyDelivery)',
    change: 'drop condition BoolIfExists aws:PrincipalIsAWSService',
    why: 'no service writes into that bucket, only the role that copies',
  },
  {
    statement: '* aws_iam_role_policy.* (Locations)',
    change: 'widen Resource',
    why: 'in which Region a bucket is tells nothing of it',
  },
  {
    statement: '* aws_iam_role_policy.deployer_role_* (AdministratorsRoles)',
    change: 'widen Resource',
    why: 'service-linked roles stand under one path only',
  },
  {
    statement: '*-identity aws_iam_role_policy.*',
    change: '*',
    why: 'in identity a policy of the organization denies what is not about IAM',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-shared-services-* (ArchiveLogs)',
    change: 'drop',
    why: 'the policies of the buckets deny it too',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-delivery-* (Regions)',
    change: 'drop',
    why: 'shared delivery works in all Regions of the organization, where the root holds it',
  },
  {
    statement: '*-startup-delivery aws_iam_role_policy.delivery-admin_* (NoState)',
    change: 'drop',
    why: 'no state stands in that account',
  },
  {
    statement: '* aws_iam_role_policy.config-recorder_* (Bucket)',
    change: 'widen Resource',
    why: "AWS's own policy of recorders reads the settings of every bucket anyhow",
  },
  {
    statement: '* aws_iam_role_policy.config-recorder_* (Deliver)',
    change: 'drop condition StringEquals s3:x-amz-acl',
    why: 'the policy of the bucket demands it too',
  },
  {
    statement: '* aws_iam_role_policy.auditor-telemetry (List*)',
    change: 'drop condition StringLike s3:prefix',
    why: 'its prefix is every prefix',
  },
  {
    statement: '*-identity aws_iam_user_policy.person-* (NewDevice)',
    change: 'widen Resource',
    why: 'the one action of the statement is about devices only',
  },
  {
    statement: '*-identity aws_iam_user_policy.person-* (OldDevice)',
    change: 'drop condition Bool aws:MultiFactorAuthPresent',
    why: 'the group of all people demands the second factor too',
  },
  {
    statement: '*-identity aws_iam_*_policy.* (Become*)',
    change: 'drop condition StringEquals aws:ResourceOrgID',
    why: 'no role of another organization is asked about, which would have to trust this one',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-rcp-root-* (Deputy*)',
    change: 'drop condition *',
    why: 'a service says its source or no source, and is let through or not by the conditions that remain',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-account-identity-* (Regions)',
    change: '*',
    why: 'in identity another statement denies everything but IAM, in whatever Region',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-root-* (Regions)',
    change: 'drop',
    why: 'every account narrows its Regions itself; the wall at the root is for accounts to come',
  },
  {
    statement: '* aws_organizations_resource_policy.* (Freez*)',
    change: 'widen Resource',
    why: 'nothing but freeze policies, and nothing but accounts that may be frozen, has the tag that it demands',
  },
  {
    statement: '*-identity aws_iam_group_policy.security-administrators_* (Platform)',
    change: '*',
    why: 'a second wall: the group is allowed nothing outside of /people/ that changes anything',
  },
];

/** Why a mutant may live; undefined where a promise has to notice it. */
export function whyMayLive({ statement, change }: Mutant): string | undefined {
  const place = placeOf(statement);
  return mayLive.find((each) => matchesPatterns(each.statement, place) && matchesPatterns(each.change, change))?.why;
}
