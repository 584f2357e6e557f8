/** Synthesized Terraform of one stack, as far as a world is read from it. */
export interface TerraformStack {
  readonly name: string;
  /** The account that its provider is held to. */
  readonly accountId: string | undefined;
  readonly regions: readonly string[];
  /** Regions of its providers by their alias, which the first one has not: it stands under ''. */
  readonly regionsByAlias: Readonly<Record<string, string>>;
  /** Tags that its provider puts on everything. */
  readonly defaultTags: Readonly<Record<string, unknown>>;
  readonly resources: readonly TerraformResource[];
  /** Addresses that it forgets: `aws_organizations_account.acme-bi-sandbox`. */
  readonly forgotten: readonly string[];
}

export interface TerraformResource {
  readonly type: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Reads the text of a `cdk.tf.json`.
 *
 * @throws Error when it is no JSON
 */
export function parseTerraformStack(name: string, content: string): TerraformStack {
  const document = parse(name, content);
  const providers = list(object(document['provider'])['aws']).map(object);
  const resources = Object.entries(object(document['resource'])).flatMap(([type, each]) =>
    Object.entries(object(each)).map(([id, values]) => ({ type, id, values: object(values) })),
  );
  const regions = providers.map(({ region }) => region).filter((region) => typeof region === 'string');
  return {
    name,
    accountId: list(providers[0]?.['allowed_account_ids']).map(String)[0],
    regions: [...new Set(regions)],
    regionsByAlias: Object.fromEntries(providers.map(({ alias, region }) => [text(alias), text(region)])),
    defaultTags: object(object(list(providers[0]?.['default_tags'])[0])['tags']),
    resources,
    forgotten: list(document['removed']).map((block) => text(object(block)['from'])),
  };
}

function parse(name: string, text: string): Readonly<Record<string, unknown>> {
  try {
    return object(JSON.parse(text));
  } catch (cause) {
    throw new Error(`the synthesized Terraform of ${name} is no JSON, synthesize it again`, { cause });
  }
}

export const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

export const list = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The text of a policy, in which Terraform writes IAM's `${aws:PrincipalAccount}` as `$${aws:PrincipalAccount}`. */
export const policyText = (value: unknown): string => text(value).replaceAll('$${', '${');

/** The resource that `${type.id.attribute}` names; undefined for plain text. */
export function referenced(value: unknown): { readonly type: string; readonly id: string } | undefined {
  const [, type, id] = /^\$\{([a-z0-9_]+)\.([^.}]+)\..*\}$/.exec(text(value)) ?? [];
  return type === undefined || id === undefined ? undefined : { type, id };
}

/** The resources of a type in all stacks, each with its stack. */
export function resourcesOf(stacks: readonly TerraformStack[], type: string) {
  return stacks.flatMap((stack) =>
    stack.resources.filter((each) => each.type === type).map((resource) => ({ ...resource, stack })),
  );
}
