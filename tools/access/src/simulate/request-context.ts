import { isProviderKey } from './provider-keys.ts';
import type { Context, Principal, Resource } from '../world/world.ts';
import type { Question } from './question.ts';

/** Services with one endpoint for all Regions; requests to them carry us-east-1. Source: IAM User Guide, global keys. */
const globalServices = ['account', 'budgets', 'ce', 'cloudfront', 'iam', 'organizations', 'route53', 'sts', 'support'];

/** When everything is asked, unless a question says otherwise: before the end of whatever ends. */
const timeOfAsking = '2026-11-24T00:00:00Z';

/** What is known of a request, by context key; undefined where the request is known not to have the key. */
export function requestContext(
  { principal, action, resource, context = {} }: Question,
  organizationId: string,
): Context {
  const [service = ''] = action.split(':');
  const { account } = resource;
  const isService = principal.kind === 'service';
  return {
    'aws:RequestedRegion': globalServices.includes(service) ? 'us-east-1' : regionOf(resource.arn, account.regions),
    'aws:ResourceAccount': account.id,
    'aws:ResourceOrgID': organizationId,
    'aws:ResourceOrgPaths': [account.organizationPath],
    'aws:SecureTransport': 'true',
    ...(resource.aliases && { 'kms:ResourceAliases': resource.aliases }),
    'aws:CurrentTime': timeOfAsking,
    // only sessions of sts:AssumeRoot have it, and those are none of the principals
    'aws:AssumedRoot': undefined,
    // a call is direct and tags nothing, unless a promise says otherwise
    'aws:CalledVia': undefined,
    'aws:RequestTag/DataClass': undefined,
    'aws:TagKeys': undefined,
    ...(!isService && {
      'aws:SourceAccount': undefined,
      'aws:SourceArn': undefined,
      'aws:SourceOrgID': undefined,
      'aws:SourceOrgPaths': undefined,
      'aws:PrincipalServiceName': undefined,
    }),
    // a service or a stranger of no organization is told from a member by the missing key
    ...(!('aws:PrincipalOrgID' in principal.context) && {
      'aws:PrincipalOrgID': undefined,
      'aws:PrincipalOrgPaths': undefined,
    }),
    ...(!('aws:PrincipalArn' in principal.context) && {
      'aws:PrincipalArn': undefined,
      'aws:PrincipalAccount': undefined,
    }),
    // requests without a signature, those that bring a token among them, lack it. Source: IAM User Guide, global keys.
    ...(!('aws:PrincipalIsAWSService' in principal.context) && { 'aws:PrincipalIsAWSService': undefined }),
    ...principal.context,
    ...context,
  };
}

const regionOf = (arn: string, [home = 'us-east-1']: readonly string[]) => {
  const region = arn.split(':')[3];
  return region === undefined || region === '' ? home : region;
};

/** What `aws:ResourceTag` keys say of a resource. S3 doesn't look at tags of a bucket unless that is turned on. */
export function tagContext({ arn, tags }: Resource, mentioned: ReadonlySet<string>): Context {
  if (tags === undefined || arn.startsWith('arn:aws:s3:')) return {};
  const byLowerCase = new Map(
    Object.entries(tags).map(([key, value]) => [`aws:resourcetag/${key.toLowerCase()}`, value]),
  );
  const keys = [...mentioned].filter((key) => key.startsWith('aws:resourcetag/'));
  return Object.fromEntries(keys.map((key) => [key, byLowerCase.get(key)]));
}

/**
 * What `aws:PrincipalTag` keys say of a user whose tags are all known: those that it doesn't have are missing. A session
 * of a role may bring tags of its own. A token has the claims of its own issuer only.
 */
export function principalTagContext({ kind, tags, context }: Principal, mentioned: ReadonlySet<string>): Context {
  if (kind === 'federated') {
    const claims = [...mentioned].filter((key) => isProviderKey(key) && !(key in context));
    return Object.fromEntries(claims.map((key) => [key, undefined]));
  }
  if (tags === undefined) return {};
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const missing = [...mentioned].filter((key) => key.startsWith('aws:principaltag/') && !known.has(key));
  return Object.fromEntries(missing.map((key) => [key, undefined]));
}

/** Keys with values, as a request has them. */
export function valuesIn(context: Context): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
