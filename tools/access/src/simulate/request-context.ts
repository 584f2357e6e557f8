import type { Context, Resource } from '../world/world.ts';
import type { Question } from './question.ts';

/** Services with one endpoint for all Regions; requests to them carry us-east-1. Source: IAM User Guide, global keys. */
const globalServices = ['account', 'budgets', 'ce', 'cloudfront', 'iam', 'organizations', 'route53', 'sts', 'support'];

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
    // only sessions of sts:AssumeRoot have it, and those are none of the principals
    'aws:AssumedRoot': undefined,
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

/** Keys with values, as a request has them. */
export function valuesIn(context: Context): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(context).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
