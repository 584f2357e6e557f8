import { unitDeliveryAccountName } from './account-names.ts';
import type { Draft } from './draft.ts';
import { stateBucketName } from './platform-names.ts';
import { type Path, type Problem, problemAt } from './problem.ts';
import { artifactsBucketName, sharedServicesBucketName, sharedServicesBuckets } from './shared-services-names.ts';

// Amazon S3 User Guide, bucket naming rules
const maxBucketName = 63;
const anyAccountId = '0'.repeat(12);

/** Checks that names of buckets, which carry an account's id, are not too long for S3. One problem for each name. */
export function checkBucketNames({ name, businessUnits = {} }: Draft): readonly Problem[] {
  if (name === undefined) return [];
  const units = Object.entries(businessUnits).filter(([, unit]) => unit?.delivery === 'own');
  return [
    ...checkLongest(
      ['name'],
      [
        ...sharedServicesBuckets.map((kind) => sharedServicesBucketName(name, kind, anyAccountId)),
        stateBucketName(name, 'organization', anyAccountId),
      ],
    ),
    ...units.flatMap(([unit]) =>
      checkLongest(
        ['businessUnits', unit, 'delivery'],
        [artifactsBucketName(unitDeliveryAccountName(name, unit), anyAccountId)],
      ),
    ),
  ];
}

function checkLongest(path: Path, buckets: readonly string[]): readonly Problem[] {
  const longest = buckets.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest.length > maxBucketName
    ? [
        problemAt(
          path,
          `a bucket's name must have at most ${maxBucketName} characters, this makes ${longest.length}`,
          longest,
        ),
      ]
    : [];
}
