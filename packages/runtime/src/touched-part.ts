import { accessArguments, partOfType, platformPaths, roleArguments } from './protected-types.ts';

/** A resource of a stack, as Terraform reads it. */
export interface Block {
  readonly type: string;
  /** `aws_iam_role.appeng` */
  readonly address: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What an account has before a unit adds anything. */
export interface Sealed {
  readonly blocks: readonly Block[];
  /** In AWS, by the names of the definition. */
  readonly stores: ReadonlyMap<string, string>;
}

/** Why a unit's own resource may not be there, undefined where it may. */
export function touchedPart({ type, address, body }: Block, sealed: Sealed): string | undefined {
  const part = partOfType.get(type);
  if (part !== undefined) {
    return `${address} touches ${part}, which every account has alike: take it out of main.ts`;
  }
  const path = platformPaths.find((each) => body['path'] === each || text(body['path']).startsWith(each));
  if (path !== undefined)
    return `${address} stands under ${path}, where the platform's own stands: choose another path`;
  const role = platformRolesIn(sealed).find(({ name, address: its }) =>
    type === 'aws_iam_role' ? body['name'] === name : names(body[roleArguments[type] ?? ''], { name, address: its }),
  );
  if (role !== undefined) {
    return `${address} touches the role ${role.name}, which is the platform's: use a role of the unit's own`;
  }
  const namesake = sealed.blocks.find((block) => block.type === type && areNamedAlike(block.body, body));
  if (namesake !== undefined && !(type in roleArguments)) {
    return `${address} is named like ${namesake.address}, which is the platform's: choose another name`;
  }
  const target = body[accessArguments[type] ?? ''];
  if (target === undefined) return undefined;
  const store = [...sealed.stores].find(([name, nameInAws]) => isStore(text(target), name, nameInAws, sealed));
  if (store !== undefined) return `${address} says who reaches the store ${store[0]}: write a grant instead`;
  const other = sealed.blocks.find((block) => text(target).includes(`{${block.address}.`));
  return other && `${address} says who reaches ${other.address}, which is the platform's: take it out of main.ts`;
}

const platformRolesIn = ({ blocks }: Sealed) =>
  blocks
    .filter(({ type, body }) => type === 'aws_iam_role' && platformPaths.some((path) => body['path'] === path))
    .map(({ address, body }) => ({ name: text(body['name']), address }));

/** Whether an argument, one value or a list of them, names a role or refers to it. */
function names(argument: unknown, role: { readonly name: string; readonly address: string }): boolean {
  if (Array.isArray(argument)) return argument.some((each) => names(each, role));
  return argument === role.name || text(argument).includes(`{${role.address}.`);
}

/** Arguments that AWS tells the resources of a type apart by. */
const naming = ['name', 'bucket'] as const;

const areNamedAlike = (one: Block['body'], other: Block['body']) =>
  (one['provider'] ?? 'aws') === (other['provider'] ?? 'aws') &&
  naming.some((key) => text(one[key]) !== '' && one[key] === other[key]);

/** By reference, by name, ARN or address in AWS, by the alias of its key; AWS ends the ARN of a secret in six more. */
function isStore(target: string, name: string, nameInAws: string, { blocks }: Sealed): boolean {
  const last = target.split(/[:/]/).at(-1) ?? '';
  return (
    blocks.some(({ address }) => isOf(name, address) && target.includes(`{${address}.`)) ||
    last === nameInAws ||
    (target.includes(':secret:') && last.replace(/-\w{6}$/, '') === nameInAws) ||
    target.endsWith(`alias/store/${name}`)
  );
}

const isOf = (store: string, address: string) =>
  new RegExp(`^\\w+\\.store-${store}(?:_[\\w-]+_[0-9A-F]{8})?$`).test(address);

const text = (value: unknown) => (typeof value === 'string' ? value : '');
