import { type DataClass, type Stack, dataClasses, holdsHarmlessData } from '@bulkhead/model';
import { UserError } from '../user-error.ts';
import { isDataHolder } from './data-holders.ts';
import { StackError } from './stack-error.ts';

/** Something that a plan destroys, to have it no more or to make it anew. */
export interface Loss {
  /** In its stack: `aws_s3_bucket.store-orders`. */
  readonly address: string;
  readonly type: string;
  readonly how: 'destroyed' | 'replaced';
  /** What it is tagged with itself, and what its account gives to everything. */
  readonly tags: Readonly<Record<string, string>>;
  readonly allTags: Readonly<Record<string, string>>;
}

interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: { readonly tags?: Loss['tags'] | null; readonly tags_all?: Loss['tags'] | null } | null;
  };
}

/** What a plan destroys. Source: Terraform, JSON output format, plan representation. */
export function lossesIn(plan: string): readonly Loss[] {
  const { resource_changes: changes = [] } = JSON.parse(plan) as {
    readonly resource_changes?: readonly ResourceChange[];
  };
  return changes
    .filter(({ change }) => change.actions.includes('delete'))
    .map(({ address, type, change: { actions, before } }) => ({
      address,
      type,
      how: actions.includes('create') ? 'replaced' : 'destroyed',
      tags: before?.tags ?? {},
      allTags: before?.tags_all ?? {},
    }));
}

/**
 * What of it nobody may lose by the way: what holds data or a key, unless a person named it, or it is said to be harmless.
 * What a runtime account says of everything in it counts, too; other accounts hold logs and state whatever their class is.
 *
 * @param named `acme-retail-prod/aws_s3_bucket.store-orders`
 */
export function refusedLosses({ name, content }: Stack, losses: readonly Loss[], named: readonly string[]) {
  const isRuntime = content.kind === 'account' && content.account.kind === 'runtime';
  return losses.filter(
    ({ type, address, tags, allTags }) =>
      isDataHolder(type) && !named.includes(`${name}/${address}`) && !isHarmless(isRuntime ? allTags : {}, tags),
  );
}

/** @throws UserError when what a person lets go is in no stack that is deployed */
export function refuseUnknownData(named: readonly string[], stacks: readonly Stack[]): void {
  const unknown = named.filter((each) => !stacks.some(({ name }) => each.startsWith(`${name}/`)));
  if (unknown.length === 0) return;
  throw new UserError(
    `--destroy-data ${unknown.join(' ')} is in no stack that is deployed here\n` +
      `  say stack/address, like ${stacks[0]?.name ?? 'acme-bi-dev'}/aws_s3_bucket.store-orders`,
  );
}

function isHarmless(...tags: readonly Loss['tags'][]): boolean {
  const said = Object.assign({}, ...tags) as Loss['tags'];
  const dataClass = dataClasses.find((each): each is DataClass => each === said['DataClass']);
  return dataClass !== undefined && holdsHarmlessData({ dataClass });
}

/** @throws RefusedLossError when a plan loses what nobody may lose by the way */
export function refuseLosses(stack: Stack, losses: readonly Loss[], named: readonly string[]): void {
  const refused = refusedLosses(stack, losses, named);
  if (refused.length > 0) throw new RefusedLossError(stack.name, refused);
}

/** A plan that loses data or a key which nobody named. The message says how to keep it, and how to let it go. */
export class RefusedLossError extends StackError {
  constructor(stack: string, losses: readonly Loss[]) {
    const ways = losses.map(({ address }) => `--destroy-data ${stack}/${address}`);
    super(
      stack,
      [
        'refused, and nothing was changed in it: the plan loses what holds data, or a key to it',
        ...losses.map(({ address, how }) => `  ${address} would be ${how}`),
        'keep it in the definition as it is; or, where what is in it may be lost, say so for each:',
        ...ways.map((way) => `  ${way}`),
      ].join('\n'),
    );
  }
}
