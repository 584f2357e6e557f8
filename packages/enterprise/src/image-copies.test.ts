import { type OrganizationDefinition, defineOrganization } from '@bulkhead/model';
import { fullLock, synthesize } from './context.fixture.ts';
import { delivering } from './delivering.fixture.ts';

const delivery = (from: OrganizationDefinition) => {
  const resources = Object.entries(synthesize(from)['example-delivery'] ?? {});
  return (type: string, provider?: string) =>
    resources.filter(
      ([address, each]) => address.startsWith(`${type}.`) && (provider ?? each['provider']) === each['provider'],
    );
};
const find = delivery(delivering);
const away = 'aws.us-east-1';

test('every repository stands once more, with all of its settings, where accounts work away from home', () => {
  const settings = (type: string, provider: string) =>
    find(type, provider).map(([, { provider: _, encryption_configuration: __, repository: ___, ...each }]) => each);
  for (const type of ['aws_ecr_repository', 'aws_ecr_repository_policy', 'aws_ecr_lifecycle_policy']) {
    expect(settings(type, away)).toHaveLength(2);
    expect(settings(type, away)).toEqual(settings(type, 'aws'));
  }
});

test('copies are encrypted by a key of their own Region, which outlives everybody and decrypts for nobody else', () => {
  expect(find('aws_kms_key', away).map(([address]) => address)).toEqual(['aws_kms_key.key-us-east-1']);
  const [[, key] = []] = find('aws_kms_key', away);
  const encryption = [{ encryption_type: 'KMS', kms_key: '${aws_kms_key.key-us-east-1.arn}' }];
  for (const [, copy] of find('aws_ecr_repository', away)) {
    expect(copy['encryption_configuration']).toEqual(encryption);
  }
  const { Statement } = JSON.parse(String(key?.['policy'])) as { Statement: readonly { Sid: string }[] };
  expect(Statement.map(({ Sid }) => Sid)).toEqual(['Account', 'Undeletable']);
});

test('images are copied there, and not before the organization can pull them', () => {
  const accountId = fullLock(delivering).accounts?.['example-delivery']?.id;
  expect(find('aws_ecr_replication_configuration')).toHaveLength(1);
  const [[, replication] = []] = find('aws_ecr_replication_configuration', 'aws');
  expect(replication).toMatchObject({
    replication_configuration: { rule: [{ destination: [{ region: 'us-east-1', registry_id: accountId }] }] },
    depends_on: expect.arrayContaining(find('aws_ecr_repository_policy', away).map(([address]) => address)),
  });
});

test.each<[title: string, OrganizationDefinition]>([
  [
    'where every account works at home',
    defineOrganization<string>({ ...delivering, regions: { home: 'eu-west-1', further: [] } }),
  ],
  [
    'where there is no image',
    defineOrganization<string>({
      ...delivering,
      enterprise: { ...delivering.enterprise, delivery: { ...delivering.enterprise.delivery, images: [] } },
      businessUnits: {
        ...delivering.businessUnits,
        desk: { owner: 'desk@example.com', costCenter: 'CC-3', phases: ['dev', 'prod'] },
      },
    }),
  ],
])('nothing is copied %s', (_, from) => {
  const none = delivery(from);
  expect(none('aws_ecr_replication_configuration')).toEqual([]);
  expect(none('aws_ecr_repository', away)).toEqual([]);
});
