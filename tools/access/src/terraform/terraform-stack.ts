import { fields, items, textOf } from './json-values.ts';

/** A resource of synthesized Terraform. */
export interface TerraformResource {
  readonly stack: string;
  readonly type: string;
  readonly id: string;
  /** The account and Region of its provider. */
  readonly accountId: string;
  readonly region: string;
  /** Tags that the provider puts on it. */
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Synthesized Terraform of one stack. */
export interface TerraformStack {
  readonly name: string;
  /** Home first. */
  readonly regions: readonly string[];
  readonly accountId: string;
  readonly resources: readonly TerraformResource[];
  /** What a deployment writes to the lock, with references where AWS chooses an id. */
  readonly lockOutput: unknown;
}

/**
 * Reads the text of a `cdk.tf.json`.
 *
 * @throws Error when it is no JSON, or when it doesn't say to which account it goes
 */
export function parseTerraformStack(name: string, text: string): TerraformStack {
  const document = parse(name, text);
  const providers = items(fields(document['provider'])['aws']).map(fields);
  const accountId = textOf(items(providers[0]?.['allowed_account_ids'])[0]);
  if (accountId === '') {
    throw new Error(`stack ${name} is held to no account, its id has to stand in organization.lock.json`);
  }
  const byAlias = new Map(
    providers.map((provider) => {
      const [defaults] = items(provider['default_tags']).map(fields);
      const defaultTags = Object.fromEntries(
        Object.entries(fields(defaults?.['tags'])).map(([k, v]) => [k, textOf(v)]),
      );
      const alias = textOf(provider['alias']);
      return [alias === '' ? 'aws' : `aws.${alias}`, { region: textOf(provider['region']), defaultTags }] as const;
    }),
  );
  const resources = Object.entries(fields(document['resource'])).flatMap(([type, each]) =>
    Object.entries(fields(each)).map(([id, block]): TerraformResource => {
      const values = fields(block);
      const { region, defaultTags } = byAlias.get(textOf(values['provider']) || 'aws') ?? {
        region: '',
        defaultTags: {},
      };
      return { stack: name, type, id, accountId, region, defaultTags, values };
    }),
  );
  const regions = [...new Set([...byAlias.values()].map(({ region }) => region))];
  const lockOutput = fields(fields(document['output'])['lock'])['value'];
  return { name, accountId, regions, resources, lockOutput };
}

function parse(name: string, text: string): Readonly<Record<string, unknown>> {
  try {
    return fields(JSON.parse(text));
  } catch (cause) {
    throw new Error(`the synthesized Terraform of ${name} is no JSON, synthesize it again`, { cause });
  }
}
