import type { PolicyStatement } from '@bulkhead/baseline';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js';
import { Construct } from 'constructs';

const issuer = 'token.actions.githubusercontent.com';
const audience = 'sts.amazonaws.com';

/** GitHub's identity provider: its workflows sign in with a token that says repository and environment, no secret. */
export class GithubProvider extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new IamOpenidConnectProvider(this, 'Default', { url: `https://${issuer}`, clientIdList: [audience] });
  }
}

/** Trusts workflows of one repository that run in one of the named environments: exact, no pattern. */
export function githubTrust(accountId: string, repository: string, environments: readonly string[]): PolicyStatement {
  return {
    Sid: 'Github',
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${accountId}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: audience,
        [`${issuer}:sub`]: environments.map((environment) => `repo:${repository}:environment:${environment}`),
      },
    },
  };
}
