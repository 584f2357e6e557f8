import { listOf, type Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import type { Resource } from './world.ts';

/** ARNs of S3 that some policy names, in the order of their texts. */
export function s3ArnsNamedIn(findings: readonly Finding[]): readonly string[] {
  const policies = findings.flatMap((each): readonly Policy[] => ('policy' in each ? [each.policy] : []));
  const named = policies
    .flatMap(({ statements }) => statements)
    .flatMap(({ document: { Resource, NotResource } }) => [...listOf(Resource), ...listOf(NotResource)])
    .filter((arn) => arn.startsWith('arn:aws:s3:::'));
  return [...new Set(named)].sort();
}

/**
 * Objects of a bucket that policies tell apart from others in it, such as the state of one account: each is asked about,
 * with an example where the policy has a pattern.
 */
export function namedObjects(bucket: Resource, arns: readonly string[]): readonly Resource[] {
  const own = arns
    .filter((arn) => arn.startsWith(`${bucket.arn}/`) && arn !== `${bucket.arn}/*`)
    .map((arn) => arn.replaceAll(/[*?]/g, 'example'));
  return [...new Set(own)].map((arn) => ({
    ...{ ...bucket, kind: 'object', arn },
    name: `${bucket.name}${arn.slice(bucket.arn.length)}`,
  }));
}
