import type { World } from './world.ts';

/**
 * Stores that somebody made by hand, as they turn up: in the first account for development a bucket without tags, in the
 * second a volume that is not encrypted, in the third a bucket with data that it must not hold.
 */
export function addExampleStores(world: World): void {
  const [first, second, third] = world.accounts
    .filter(({ tags }) => tags['Phase'] === 'dev')
    .flatMap(({ id: accountId, name, tags, regions: [region] }) =>
      region === undefined ? [] : [{ place: { accountId, region }, name, tags }],
    );
  const bucket = (name: string) => ({
    type: 'AWS::S3::Bucket',
    id: name,
    name,
    arn: `arn:aws:s3:::${name}`,
    configuration: { name },
    supplementaryConfiguration: {
      // some recordings hold JSON as text
      ServerSideEncryptionConfiguration: JSON.stringify({
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256', kmsMasterKeyID: null } }],
      }),
    },
  });
  if (first) world.records.push({ ...first.place, ...bucket(`${first.name}-tryout`), tags: {} });
  if (second) {
    const id = `vol-0${second.place.accountId}00000`;
    world.records.push({
      ...second.place,
      type: 'AWS::EC2::Volume',
      id,
      arn: `arn:aws:ec2:${second.place.region}:${second.place.accountId}:volume/${id}`,
      tags: { ...second.tags },
      configuration: { volumeId: id, encrypted: false, kmsKeyId: null },
    });
  }
  if (third) {
    const copy = bucket(`${third.name}-copy-of-orders`);
    world.records.push({ ...third.place, ...copy, tags: { ...third.tags, DataClass: 'sensitive' } });
  }
}
