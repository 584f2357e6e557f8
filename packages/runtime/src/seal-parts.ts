import type { RuntimeAccount } from '@bulkhead/model';
import {
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformProvider,
  TerraformResource,
  type TerraformStack,
  Tokenization,
} from 'cdktf';
import type { MadeStore } from './stores/store-props.ts';
import { type Block, touchedPart } from './touched-part.ts';

/**
 * Ends what the platform adds to an account: whatever a unit's own program then changes of it, takes away, or adds
 * beside it to a part that every account has alike, fails the synthesis by name.
 *
 * It keeps mistakes out, and sees neither into Terraform modules nor what data sources look up. Guardrails keep out who
 * means it.
 */
export function sealParts(
  stack: TerraformStack,
  { unit, phase }: Pick<RuntimeAccount, 'unit' | 'phase'>,
  stores: ReadonlyMap<string, MadeStore>,
): void {
  const sealed = new Map(
    elementsOf(stack).map((element) => [element, { name: nameOf(element), text: textOf(element) }]),
  );
  const overrides = overridesOf(stack);
  const validate = () => {
    const elements = elementsOf(stack);
    const there = new Set(elements);
    const added = elements.filter((element) => !sealed.has(element));
    const blocks = added.length > 0 ? blocksOf([...sealed.keys()]) : [];
    const names = new Map([...stores].map(([name, store]) => [name, store.name]));
    return [
      ...[...sealed].flatMap(([element, { name, text }]) => {
        if (!there.has(element)) return [`main.ts takes ${name} away: leave it in`];
        return textOf(element) === text ? [] : [`main.ts changes ${name}: take the change out`];
      }),
      ...blocksOf(added).flatMap((block) => touchedPart(block, { blocks, stores: names }) ?? []),
      ...(overridesOf(stack) === overrides ? [] : ['main.ts overrides the stack: override a resource of the unit']),
    ].map((problem) => `${unit} in ${phase}: ${problem}`);
  };
  stack.node.addValidation({ validate });
}

const elementsOf = (stack: TerraformStack) =>
  stack.node.findAll().filter((node): node is TerraformElement => node instanceof TerraformElement);

const nameOf = (element: TerraformElement) => {
  if (element instanceof TerraformResource) return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  return element instanceof TerraformProvider ? `the provider ${element.node.id}` : element.node.id;
};

/** Without what it waits for, which aspects add to and which changes nothing that is deployed. */
const textOf = (element: TerraformElement) =>
  JSON.stringify(element.toTerraform(), (key, value: unknown) => (key === 'depends_on' ? undefined : value));

/** cdktf keeps what is laid over a whole stack to itself, and merges it in after every resource. */
const overridesOf = (stack: TerraformStack) => JSON.stringify(Reflect.get(stack, 'rawOverrides'));

type Fragment = Readonly<Record<'resource', Readonly<Record<string, Readonly<Record<string, Block['body']>>>>>>;

function blocksOf(elements: readonly TerraformElement[]): readonly Block[] {
  return elements
    .filter((element) => element instanceof TerraformResource)
    .flatMap((element) => {
      const { resource } = resolved(element) as Fragment;
      return Object.entries(resource).flatMap(([type, all]) =>
        Object.entries(all).map(([id, body]) => ({ type, address: `${type}.${id}`, body })),
      );
    });
}

const resolved = (element: TerraformElement): unknown =>
  Tokenization.resolve(element.toTerraform(), {
    scope: element,
    resolver: new DefaultTokenResolver(new StringConcat()),
    preparing: false,
  });
