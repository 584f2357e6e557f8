import { type RecordPlace, type PlacedResource, keyId, recordReaders } from './record-readers.ts';
import { type TerraformStack, object, referenced, resourcesOf, text } from './terraform-stack.ts';
import type { World, WorldRecord } from './world.ts';

/** What AWS Config would record of what the Terraform makes: where it records, aggregates, and which stores there are. */
export function recordsFromTerraform(
  stacks: readonly TerraformStack[],
): Pick<World, 'aggregators' | 'recorders' | 'records'> {
  const placed = (type: string) =>
    resourcesOf(stacks, type).flatMap((resource) => {
      const place = placeOf(resource);
      return place ? [{ resource, place }] : [];
    });
  return {
    aggregators: placed('aws_config_configuration_aggregator').map(({ resource, place }) => ({
      ...place,
      name: text(resource.values['name']),
    })),
    recorders: placed('aws_config_configuration_recorder').map(({ place }) => place),
    records: Object.entries(recordReaders).flatMap(([terraformType, { type, read, tells = true }]) =>
      placed(terraformType).map(({ resource, place }): WorldRecord => {
        const { stack, values } = resource;
        const tags = { ...stack.defaultTags, ...object(values['tags']) };
        return {
          ...place,
          type,
          ...read(resource, place, (key) => keyArn(key, stack, place)),
          tags: tells ? Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, String(tag)])) : undefined,
        };
      }),
    ),
  };
}

/** Account and Region of a resource: those of its provider. */
function placeOf({ values, stack }: PlacedResource): RecordPlace | undefined {
  const alias = text(values['provider']).replace(/^aws\.?/, '');
  const region = stack.regionsByAlias[alias];
  return stack.accountId === undefined || region === undefined ? undefined : { accountId: stack.accountId, region };
}

/** The ARN of a key of the stack, with an id that depends on its name only; undefined where there is no key. */
function keyArn(value: unknown, stack: TerraformStack, { accountId, region }: RecordPlace): string | undefined {
  const key = referenced(value);
  if (key?.type !== 'aws_kms_key') return text(value) || undefined;
  const [own] = stack.resources.filter(({ type, id }) => type === 'aws_kms_key' && id === key.id);
  const at = own ? placeOf({ ...own, stack })?.region : undefined;
  return `arn:aws:kms:${at ?? region}:${accountId}:key/${keyId(`${stack.name} ${key.id}`)}`;
}
