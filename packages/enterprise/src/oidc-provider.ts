import type { Pipeline } from '@bulkhead/model';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js';
import { Construct } from 'constructs';
import { tokensOf } from './oidc-trust.ts';

export interface OidcProviderProps {
  readonly host: Pipeline['host'];
}

/** Lets an account take the tokens of a host's jobs: they say from where a job runs, and are no secret that stays. */
export class OidcProvider extends Construct {
  constructor(scope: Construct, id: string, { host }: OidcProviderProps) {
    super(scope, id);
    const { issuer, audience } = tokensOf[host];
    new IamOpenidConnectProvider(this, 'Default', { url: `https://${issuer}`, clientIdList: [audience] });
  }
}
