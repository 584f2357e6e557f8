import { type PolicyKind, parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { fields, items, textOf, textsOf } from './json-values.ts';
import type { References } from './references.ts';
import type { TerraformResource } from './terraform-stack.ts';

/** The arguments of a resource with their references resolved. Every read throws where a reference isn't known. */
export interface Values {
  readonly stack: string;
  /** `aws_iam_role.deployer`. */
  readonly address: string;
  /** Terraform's name of the resource. */
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly organizationId: string;
  /** Those of the provider and its own. */
  readonly tags: Readonly<Record<string, string>>;
  /** Empty where the argument isn't there. */
  text(argument: string): string;
  optional(argument: string): string | undefined;
  texts(argument: string): readonly string[];
  blocks(argument: string): readonly Readonly<Record<string, unknown>>[];
  /** Undefined where the argument isn't there. */
  policy(argument: string, kind: PolicyKind): Policy | undefined;
  /** What the lock says about an attribute that AWS chooses. */
  known(attribute: string): string | undefined;
}

export function valuesOf(resource: TerraformResource, references: References): Values {
  const { stack, type, id, accountId, region, values, defaultTags } = resource;
  const address = `${type}.${id}`;
  const resolve = (value: unknown) => references.resolve(stack, textOf(value));
  const optional = (argument: string) => (textOf(values[argument]) === '' ? undefined : resolve(values[argument]));
  return {
    ...{ stack, address, id, accountId, region, organizationId: references.organizationId },
    tags: { ...defaultTags, ...textsOf(values['tags']) },
    text: (argument) => resolve(values[argument]),
    optional,
    texts: (argument) => items(values[argument]).map(resolve),
    blocks: (argument) => items(values[argument]).map(fields),
    policy(argument, kind) {
      try {
        const text = optional(argument);
        return text === undefined ? undefined : parsePolicy(text, kind, { stack, address, attribute: argument });
      } catch (cause) {
        throw new Error(`${argument}: ${(cause as Error).message}`, { cause });
      }
    },
    known: (attribute) => references.known(resource, attribute),
  };
}
