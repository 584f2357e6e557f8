import { type PolicyStatement, memberTagKey, memberTagValue, policyJson } from '@bulkhead/baseline';
import { type Person as Somebody, peoplePath } from '@bulkhead/model';
import { IamUserGroupMembership } from '@cdktf/provider-aws/lib/iam-user-group-membership/index.js';
import { IamUserPolicy } from '@cdktf/provider-aws/lib/iam-user-policy/index.js';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user/index.js';
import { Construct } from 'constructs';

export interface PersonProps {
  readonly person: Somebody;
  /** The identity account. */
  readonly accountId: string;
  /** Names of the groups in AWS, that of everybody too. */
  readonly groups: readonly string[];
}

/**
 * Somebody's IAM user. A password comes from a security administrator, never from here: it would stand in the state.
 *
 * Groups are listed per user, so that a move is one changed resource. Another user name is another user: password and
 * device are gone with the first.
 */
export class Person extends Construct {
  constructor(scope: Construct, id: string, { person, accountId, groups }: PersonProps) {
    super(scope, id);
    const user = new IamUser(this, 'Default', {
      name: person.user,
      path: peoplePath,
      // password and device go with a leaver
      forceDestroy: true,
      tags: {
        Name: tagValue(person.name),
        Email: tagValue(person.email),
        Unit: person.unit,
        ...Object.fromEntries(person.groups.map((group) => [memberTagKey(group), memberTagValue])),
      },
    });
    new IamUserPolicy(this, 'own', {
      name: 'own',
      user: user.name,
      policy: policyJson(ownCredentials(accountId, person.user)),
    });
    new IamUserGroupMembership(this, 'groups', { user: user.name, groups: [...groups] });
  }
}

/** IAM API reference, Tag: no other characters. */
const tagValue = (text: string) => text.replaceAll(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '-');

/** Everybody's own password and device. The user is named, no policy variable: it reads as what it is. */
function ownCredentials(accountId: string, user: string): readonly PolicyStatement[] {
  const own = `arn:aws:iam::${accountId}:user${peoplePath}${user}`;
  // who makes a device names it; only what nobody uses can be deleted
  const devices = `arn:aws:iam::${accountId}:mfa/*`;
  const signedIn = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  const allow = 'Allow' as const;
  return [
    {
      Sid: 'Look',
      Effect: allow,
      Action: ['iam:GetAccountPasswordPolicy', 'iam:ListVirtualMFADevices'],
      Resource: '*',
    },
    {
      Sid: 'Own',
      Effect: allow,
      Action: [
        ...['ChangePassword', 'GetLoginProfile', 'GetUser'],
        ...['EnableMFADevice', 'GetMFADevice', 'ListMFADevices', 'ResyncMFADevice'],
      ].map((action) => `iam:${action}`),
      Resource: own,
    },
    { Sid: 'NewDevice', Effect: allow, Action: 'iam:CreateVirtualMFADevice', Resource: devices },
    {
      Sid: 'OldDevice',
      Effect: allow,
      Action: ['iam:DeactivateMFADevice', 'iam:DeleteVirtualMFADevice'],
      Resource: [own, devices],
      Condition: signedIn,
    },
  ];
}
