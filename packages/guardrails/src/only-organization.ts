import type { TrustedAccount } from '@bulkhead/model';
import type { Statement } from './policy.ts';

type Service = TrustedAccount['services'][number];

/** Of STS only what names a role: a caller of the other actions acts on nobody but itself, or comes with a token. */
const actions: Readonly<Record<Service, string>> = {
  s3: 's3:*',
  kms: 'kms:*',
  sqs: 'sqs:*',
  secretsmanager: 'secretsmanager:*',
  sts: 'sts:AssumeRole',
};

/**
 * Resources answer principals of the organization, accounts that the definition names for their service, and AWS's own
 * services while they work for one of them. An anonymous caller has neither organization nor account and is outside.
 *
 * A service that doesn't say for whom it works is let through: AWS promises the source for some calls only. AWS-owned
 * accounts are outside; a load balancer in an old Region writes its logs as one unless its bucket's policy names the
 * service `logdelivery.elasticloadbalancing.amazonaws.com`.
 * Source: AWS data perimeter policy examples, resource control policies; Elastic Load Balancing, access logs.
 *
 * @param organizationId `o-abcdefghij`
 */
export function onlyOrganization(
  organizationId: string,
  trustedAccounts: readonly TrustedAccount[],
): readonly Statement[] {
  const services = Object.keys(actions) as readonly Service[];
  return services.flatMap((service): readonly Statement[] => {
    const trusted = trustedAccounts.filter((each) => each.services.includes(service)).map(({ account }) => account);
    const deny = (Sid: string, Condition: Statement['Condition'] & object): Statement => ({
      Sid,
      Effect: 'Deny',
      Action: [actions[service]],
      Resource: ['*'],
      Condition,
    });
    const principals = deny('Outside', {
      BoolIfExists: { 'aws:PrincipalIsAWSService': ['false'] },
      StringNotEqualsIfExists: {
        'aws:PrincipalOrgID': [organizationId],
        ...(trusted.length > 0 && { 'aws:PrincipalAccount': trusted }),
      },
    });
    // a service assumes a role for the account in which the role stands
    if (service === 'sts') return [principals];
    const awsServices = deny('Deputy', {
      Bool: { 'aws:PrincipalIsAWSService': ['true'] },
      Null: { 'aws:SourceAccount': ['false'] },
      StringNotEqualsIfExists: {
        'aws:SourceOrgID': [organizationId],
        ...(trusted.length > 0 && { 'aws:SourceAccount': trusted }),
      },
    });
    return [principals, awsServices];
  });
}
