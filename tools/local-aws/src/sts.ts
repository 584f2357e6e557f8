import {
  AssumeRole$,
  type AssumeRoleCommandInput,
  type AssumeRoleCommandOutput,
  GetCallerIdentity$,
  type GetCallerIdentityCommandInput,
  type GetCallerIdentityCommandOutput,
} from '@aws-sdk/client-sts';
import { timeAndPlace } from './authorize.ts';
import { AwsError } from './aws-error.ts';
import { fits } from './evaluate-policy.ts';
import { type Call, operation } from './operation.ts';
import { statementsOf, valuesOf } from './policy-document.ts';
import { awsQuery } from './protocols.ts';
import { type Service, queryCodes } from './service.ts';
import { type WorldRole, roleArn } from './world.ts';

const assumeRole = operation<AssumeRoleCommandInput, AssumeRoleCommandOutput>(
  AssumeRole$,
  ({ RoleArn: arn = '', RoleSessionName: name = '', DurationSeconds: seconds = 3600 }, call) => {
    const role = call.world.roles.find((each) => roleArn(each) === arn);
    // AWS does not tell a role that is missing from one that refuses.
    if (!role || !trusts(role, call) || isOut(role.accountId, call)) {
      throw new AwsError(
        'AccessDenied',
        `User: ${call.caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
        403,
      );
    }
    const { credentials, caller } = call.sessions.assume(role, name, seconds);
    return {
      Credentials: {
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken,
        // Clients compare it with their own clock, not with the world's.
        Expiration: new Date(Date.now() + seconds * 1000),
      },
      AssumedRoleUser: { AssumedRoleId: caller.userId, Arn: caller.arn },
    };
  },
  ({ RoleArn: resource = '' }) => ({ resource }),
);

/** Members that are suspended or closed let nobody in. */
function isOut(accountId: string, { world }: Call): boolean {
  const account = world.accounts.find(({ id }) => id === accountId);
  return !account || account.state === 'SUSPENDED' || account.state === 'CLOSED';
}

function trusts({ trust, ...role }: WorldRole, call: Call): boolean {
  const { caller, world } = call;
  const principals = ['*', caller.accountId, `arn:aws:iam::${caller.accountId}:root`, caller.principalArn];
  const access = {
    action: 'sts:AssumeRole',
    resource: roleArn(role),
    context: {
      'aws:principalarn': caller.principalArn,
      'aws:principalaccount': caller.accountId,
      'aws:principalorgid': world.organization.id,
      ...timeAndPlace(call, roleArn(role)),
    },
  };
  const fitting = statementsOf(trust).filter(({ Principal, ...statement }) => {
    const named = Principal === '*' ? ['*'] : valuesOf(Principal?.['AWS']);
    return named.some((each) => principals.includes(each)) && fits(statement, access);
  });
  return fitting.length > 0 && fitting.every(({ Effect }) => Effect === 'Allow');
}

const getCallerIdentity = operation<GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput>(
  GetCallerIdentity$,
  (_, { caller }) => ({ UserId: caller.userId, Account: caller.accountId, Arn: caller.arn }),
  () => ({ action: null }),
);

export const sts: Service = {
  name: 'sts',
  version: '2011-06-15',
  protocol: awsQuery('https://sts.amazonaws.com/doc/2011-06-15/'),
  operations: [assumeRole, getCallerIdentity],
  codes: queryCodes,
};
