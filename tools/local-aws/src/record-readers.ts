import { createHash } from 'node:crypto';
import {
  type TerraformResource,
  type TerraformStack,
  list,
  object,
  referenced,
  resourcesOf,
  text,
} from './terraform-stack.ts';
import type { WorldRecord } from './world.ts';

/** A resource in its stack. */
export type PlacedResource = TerraformResource & { readonly stack: TerraformStack };
type Settings = Pick<WorldRecord, 'arn' | 'configuration' | 'supplementaryConfiguration'> & {
  readonly id: string;
  readonly name: string;
};

/** Reads a resource of its type; `keyOf` turns a reference to a key into its ARN. */
type Reader = (resource: PlacedResource, place: RecordPlace, keyOf: (value: unknown) => string | undefined) => Settings;
/** Account and Region. */
export interface RecordPlace {
  readonly accountId: string;
  readonly region: string;
}

/** The id of a key, which depends on its name only. */
export function keyId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const encryptionOfBucket = ({ id, values, stack }: PlacedResource): Readonly<Record<string, unknown>> => {
  const settings = resourcesOf([stack], 'aws_s3_bucket_server_side_encryption_configuration').find(
    (each) => referenced(each.values['bucket'])?.id === id || each.values['bucket'] === values['bucket'],
  );
  const [rule] = list(settings?.values['rule']).map(object);
  return object(rule?.['apply_server_side_encryption_by_default']);
};

/** What AWS Config records of each type of resource that Terraform makes. `tells` is false where it tells no tags. */
export const recordReaders: Readonly<
  Record<string, { readonly type: string; readonly tells?: boolean; readonly read: Reader }>
> = {
  aws_s3_bucket: {
    type: 'AWS::S3::Bucket',
    read: (resource, _, keyOf) => {
      const name = text(resource.values['bucket']);
      const { sse_algorithm: sseAlgorithm = 'AES256', kms_master_key_id: key } = encryptionOfBucket(resource);
      const applyServerSideEncryptionByDefault = { sseAlgorithm, kmsMasterKeyID: keyOf(key) ?? null };
      return {
        id: name,
        name,
        arn: `arn:aws:s3:::${name}`,
        configuration: { name },
        supplementaryConfiguration: {
          ServerSideEncryptionConfiguration: { rules: [{ applyServerSideEncryptionByDefault }] },
        },
      };
    },
  },
  aws_dynamodb_table: {
    type: 'AWS::DynamoDB::Table',
    read: ({ values }, place, keyOf) => {
      const name = text(values['name']);
      const [sse] = list(values['server_side_encryption']).map(object);
      const kmsmasterKeyArn = keyOf(sse?.['kms_key_arn']) ?? null;
      return {
        ...named(name, place, 'dynamodb', `table/${name}`),
        configuration: {
          tableName: name,
          ...(sse?.['enabled'] === true && { ssedescription: { status: 'ENABLED', ssetype: 'KMS', kmsmasterKeyArn } }),
        },
      };
    },
  },
  aws_sqs_queue: {
    type: 'AWS::SQS::Queue',
    read: ({ values }, place, keyOf) => {
      const name = text(values['name']);
      const key = keyOf(values['kms_master_key_id']);
      const managed = values['sqs_managed_sse_enabled'] ?? key === undefined;
      return {
        ...named(name, place, 'sqs', name),
        configuration: {
          QueueName: name,
          SqsManagedSseEnabled: managed === true ? 'true' : 'false',
          ...(key !== undefined && { KmsMasterKeyId: key }),
        },
      };
    },
  },
  aws_sns_topic: {
    type: 'AWS::SNS::Topic',
    tells: false,
    read: ({ values }, place, keyOf) => {
      const name = text(values['name']);
      return {
        ...named(name, place, 'sns', name),
        configuration: { TopicArn: name, KmsMasterKeyId: keyOf(values['kms_master_key_id']) ?? null },
      };
    },
  },
  aws_secretsmanager_secret: {
    type: 'AWS::SecretsManager::Secret',
    read: ({ values }, place, keyOf) => {
      const name = text(values['name']);
      return {
        // six characters that AWS chooses follow the name
        ...named(name, place, 'secretsmanager', `secret:${name}-${keyId(name).slice(0, 6)}`),
        configuration: { Name: name, KmsKeyId: keyOf(values['kms_key_id']) ?? null },
      };
    },
  },
  aws_cloudwatch_event_bus: {
    type: 'AWS::Events::EventBus',
    read: ({ values }, place) => {
      const name = text(values['name']);
      return { ...named(name, place, 'events', `event-bus/${name}`), configuration: { Name: name } };
    },
  },
  aws_ecr_repository: {
    type: 'AWS::ECR::Repository',
    read: ({ values }, place) => {
      const name = text(values['name']);
      return { ...named(name, place, 'ecr', `repository/${name}`), configuration: { RepositoryName: name } };
    },
  },
  aws_kms_key: {
    type: 'AWS::KMS::Key',
    read: ({ id, stack }, { accountId, region }) => {
      const key = keyId(`${stack.name} ${id}`);
      const arn = `arn:aws:kms:${region}:${accountId}:key/${key}`;
      return { id: key, name: key, arn, configuration: { keyId: key, arn, keyManager: 'CUSTOMER' } };
    },
  },
};

const named = (name: string, { accountId, region }: RecordPlace, service: string, resource: string) => ({
  id: name,
  name,
  arn: `arn:aws:${service}:${region}:${accountId}:${resource}`,
});
