import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import { everybodyGroup, peoplePath } from '@bulkhead/model';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy/index.js';
import { IamGroup } from '@cdktf/provider-aws/lib/iam-group/index.js';
import { Construct } from 'constructs';

/** Whatever makes a credential that lasts. A console's password alone gives no access to the API. */
export const noKeys: PolicyStatement = {
  Sid: 'NoKeys',
  Effect: 'Deny',
  Action: [
    ...['CreateAccessKey', 'UpdateAccessKey', 'CreateServiceSpecificCredential'],
    ...['UploadSSHPublicKey', 'UploadSigningCertificate'],
  ].map((action) => `iam:${action}`),
  Resource: '*',
};

/** What it takes to set a password and a second factor, and to sign in again with it. */
const beforeSecondFactor: readonly string[] = [
  ...['ChangePassword', 'CreateVirtualMFADevice', 'EnableMFADevice', 'ResyncMFADevice'].map((each) => `iam:${each}`),
  ...['GetAccountPasswordPolicy', 'GetLoginProfile', 'GetMFADevice', 'GetUser'].map((each) => `iam:${each}`),
  ...['iam:ListMFADevices', 'iam:ListVirtualMFADevices', 'sts:GetCallerIdentity', 'sts:GetSessionToken'],
];

/** The group of everybody: no keys, and without a second factor nothing but getting one. It allows nothing. */
export class PeopleGroup extends Construct {
  readonly groupName: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.groupName = new IamGroup(this, 'Default', { name: everybodyGroup, path: peoplePath }).name;
    new IamGroupPolicy(this, 'permissions', {
      name: 'permissions',
      group: this.groupName,
      policy: policyJson([
        noKeys,
        {
          Sid: 'SecondFactorFirst',
          Effect: 'Deny',
          NotAction: beforeSecondFactor,
          Resource: '*',
          // a key that lasts says nothing about a second factor
          Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ]),
    });
  }
}
