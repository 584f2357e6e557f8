import {
  type ConfigServiceClient,
  NoSuchConfigurationAggregatorException,
  paginateSelectAggregateResourceConfig,
} from '@aws-sdk/client-config-service';
import { AccessError } from '@bulkhead/controller';
import { type RecordedStore, type StoreDirectory, storeTypes } from '@bulkhead/inventory';
import { reaching } from './access-error.ts';
import { itemsOfPages } from './items-of-pages.ts';
import { type KeyManagers, encryptionOf, find, keyIdOf } from './recorded-encryption.ts';
import { type RecordedItem, parseRecordedItem, parseResult } from './recorded-item.ts';

/** IAM actions that the directory uses. */
export const storeDirectoryActions = ['config:SelectAggregateResourceConfig'] as const;

export interface StoreDirectoryOptions {
  readonly client: ConfigServiceClient;
  /** Name of the aggregator that sees every account of the organization. */
  readonly aggregator: string;
  /** ARN of the role as which the client acts, in the account of the aggregator. */
  readonly role: string;
  /** Where the aggregator is. */
  readonly region: string;
}

const keyType = 'AWS::KMS::Key';
const properties = [
  ...['accountId', 'awsRegion', 'resourceType', 'resourceId', 'resourceName', 'arn', 'tags'],
  ...['configuration', 'supplementaryConfiguration', 'configurationItemCaptureTime'],
];

/** The aggregator of AWS Config as the directory. It answers what was recorded, minutes after it became so. */
export function storeDirectory(options: StoreDirectoryOptions): StoreDirectory {
  const types = [...storeTypes.map(({ type }) => type), keyType].map((type) => `'${type}'`).join(', ');
  return {
    async list() {
      const results = await select(options, `SELECT ${properties.join(', ')} WHERE resourceType IN (${types})`);
      const items = results.map(parseRecordedItem);
      const managers = managersOf(items);
      return items.filter(({ resourceType }) => resourceType !== keyType).map((item) => storeOf(item, managers));
    },
    async recordedAccounts() {
      const results = await select(options, 'SELECT accountId, COUNT(*) GROUP BY accountId');
      return results.map((result) => String(parseResult(result)['accountId']));
    },
  };
}

/** The results of all pages: 100 are the most that AWS Config puts on one. */
async function select(options: StoreDirectoryOptions, Expression: string): Promise<readonly string[]> {
  const { client, aggregator, role, region } = options;
  const pages = paginateSelectAggregateResourceConfig(
    { client, pageSize: 100 },
    { ConfigurationAggregatorName: aggregator, Expression },
  );
  return reaching({ action: storeDirectoryActions[0], role, region }, () =>
    itemsOfPages(pages, ({ Results }) => Results).catch((cause: unknown) => {
      if (!(cause instanceof NoSuchConfigurationAggregatorException)) throw cause;
      const what = `AWS Config has no aggregator ${aggregator} in ${region} of the account of ${role}`;
      throw new AccessError(`${what}, deploy the stack of shared services`, { cause });
    }),
  );
}

function managersOf(items: readonly RecordedItem[]): KeyManagers {
  const keys = items.filter(({ resourceType }) => resourceType === keyType);
  return new Map(
    keys.flatMap(({ resourceId, configuration }) => {
      const manager = find(configuration, 'keyManager');
      return typeof manager === 'string' ? [[keyIdOf(resourceId), manager] as const] : [];
    }),
  );
}

function storeOf(item: RecordedItem, managers: KeyManagers): RecordedStore {
  const { accountId, awsRegion: region, resourceType: type, resourceId: id, tags } = item;
  return {
    accountId,
    region,
    type,
    id,
    // a volume has no name
    name: textOr(item.resourceName, id),
    arn: textOr(item.arn, id),
    dataClass: tags?.find(({ key }) => key === 'DataClass')?.value,
    encryption: encryptionOf(type, item, managers),
    recordedAt: textOr(item.configurationItemCaptureTime, ''),
  };
}

const textOr = (text: string | null | undefined, otherwise: string) =>
  text === undefined || text === null || text === '' ? otherwise : text;
