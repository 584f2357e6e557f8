/** Resources of a stack by address, `aws_iam_role.observer`, as Terraform reads them. */
export type StackResources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A synthesized stack. */
export interface StackContent {
  readonly resources: StackResources;
  /** From which addresses its own `moved` and `removed` blocks take care. */
  readonly spoken: readonly string[];
}

/** What becomes of one stack's addresses. */
export interface StackAddresses {
  readonly stack: string;
  /** `gone`: nobody would run it any more, and what it made stays in AWS. */
  readonly is: 'new' | 'gone' | 'kept';
  readonly added: readonly string[];
  readonly gone: readonly GoneAddress[];
  /** Equal resources under another address: destroyed and made anew unless a `moved` block says otherwise. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** The same address with other arguments. */
  readonly changed: readonly string[];
}

export interface GoneAddress {
  readonly address: string;
  /**
   * Whether it has `prevent_destroy`, which goes with it.
   *
   * Source: Terraform, lifecycle arguments: what is taken out of the configuration is destroyed all the same.
   */
  readonly protected: boolean;
}

type Stacks = ReadonlyMap<string, StackContent>;

/** Stacks whose addresses or arguments differ, new ones and gone ones before the others. */
export function compareAddresses(before: Stacks, after: Stacks): readonly StackAddresses[] {
  const order = ['new', 'gone', 'kept'];
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((stack) => compareStack(stack, before.get(stack), after.get(stack)))
    .filter(
      ({ is, added, gone, moved, changed }) =>
        is !== 'kept' || [added, gone, moved, changed].some(({ length }) => length > 0),
    )
    .sort((a, b) => order.indexOf(a.is) - order.indexOf(b.is) || (a.stack < b.stack ? -1 : 1));
}

function compareStack(stack: string, before?: StackContent, after?: StackContent): StackAddresses {
  const old = before?.resources ?? {};
  const now = after?.resources ?? {};
  const onlyIn = (one: StackResources, other: StackResources) =>
    Object.keys(one)
      .filter((address) => !Object.hasOwn(other, address))
      .sort();
  const moved = movesBetween(old, onlyIn(old, now), now, onlyIn(now, old));
  const froms = new Set(moved.map(({ from }) => from));
  const tos = new Set(moved.map(({ to }) => to));
  const spoken = new Set(after?.spoken);
  return {
    stack,
    is: before === undefined ? 'new' : after === undefined ? 'gone' : 'kept',
    added: onlyIn(now, old).filter((address) => !tos.has(address)),
    gone: onlyIn(old, now)
      .filter((address) => !froms.has(address) && !spoken.has(address))
      .map((address) => ({ address, protected: isProtected(old[address]) })),
    moved: moved.filter(({ from }) => !spoken.has(from)),
    changed: Object.keys(now)
      .filter((address) => Object.hasOwn(old, address) && bodyOf(old[address]) !== bodyOf(now[address]))
      .sort(),
  };
}

function movesBetween(old: StackResources, gone: readonly string[], now: StackResources, added: readonly string[]) {
  const free = new Set(added);
  return gone.flatMap((from) => {
    const same = [...free].find((to) => typeOf(to) === typeOf(from) && bodyOf(now[to]) === bodyOf(old[from]));
    if (same === undefined) return [];
    free.delete(same);
    return [{ from, to: same }];
  });
}

const typeOf = (address: string) => address.slice(0, address.indexOf('.'));

/** Without what cdktf writes beside the arguments: where the construct stands. */
const bodyOf = (resource: Readonly<Record<string, unknown>> = {}) => {
  const { '//': _, ...argumentsOfIt } = resource;
  return JSON.stringify(argumentsOfIt);
};

function isProtected(resource: Readonly<Record<string, unknown>> = {}): boolean {
  const { lifecycle } = resource;
  return (
    typeof lifecycle === 'object' &&
    lifecycle !== null &&
    'prevent_destroy' in lifecycle &&
    lifecycle.prevent_destroy === true
  );
}
