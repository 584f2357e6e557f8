import { fields, textOf } from './json-values.ts';
import { knownIds } from './known-ids.ts';
import type { References } from './references.ts';
import type { ResourceType } from './resource-type.ts';
import type { TerraformStack } from './terraform-stack.ts';
import { valuesOf } from './values.ts';

/** Terraform writes `$${` where the text itself has `${`, as policy variables do. */
const reference = /\$\$\{|\$\{([^{}]*)\}|\$\{/g;
const attributeOf = /^(aws_[a-z0-9_]+)\.([A-Za-z0-9_-]+)\.(.+)$/;

export function referencesOf(
  stacks: readonly TerraformStack[],
  lock: unknown,
  types: Readonly<Record<string, ResourceType>>,
): References {
  const ids = new Map(stacks.map((stack) => [stack.name, knownIds(stack.lockOutput, lock)]));
  const resources = new Map(
    stacks.flatMap((stack) => stack.resources.map((each) => [`${stack.name} ${each.type}.${each.id}`, each])),
  );
  const references: References = {
    organizationId: textOf(fields(fields(lock)['organization'])['id']) || 'o-unknown0000',
    resolve(stack, text) {
      return text.replace(reference, (whole, expression: string | undefined) => {
        if (whole === '$${') return '${';
        const value = expression === undefined ? undefined : valueOf(stack, expression);
        if (value === undefined)
          throw new Error(`it refers to ${whole}, whose value is not known before it is deployed`);
        return value;
      });
    },
    known: (resource, attribute) => ids.get(resource.stack)?.get(`${resource.type}.${resource.id}.${attribute}`),
  };
  const open = new Set<string>();

  function valueOf(stack: string, expression: string): string | undefined {
    const locked = ids.get(stack)?.get(expression);
    if (locked !== undefined) return locked;
    const [, type = '', id = '', attribute = ''] = attributeOf.exec(expression) ?? [];
    const resource = resources.get(`${stack} ${type}.${id}`);
    const name = `${stack} ${expression}`;
    if (!resource || open.has(name)) return undefined;
    open.add(name);
    try {
      return types[type]?.attributes?.(valuesOf(resource, references))[attribute];
    } finally {
      open.delete(name);
    }
  }

  return references;
}
