import type { Simulation } from '@cloud-copilot/iam-simulate';

/** A simulation without the numbers of the accounts that it is about: accounts of one kind have the same shape. */
export interface Shape {
  /** Two simulations with the same text have the same verdict, numbers apart. */
  readonly text: string;
  /** Takes the numbers out of a text of the verdict. */
  readonly generalize: (text: string) => string;
  /** Puts them in again. */
  readonly specialize: (text: string) => string;
}

/** A pattern that spells a part of a number would match one account and not the other. */
const spellsPartOfNumber = /\d[*?]|[*?]\d/;

const names = { principal: '<account of the principal>', resource: '<account of the resource>' } as const;

/**
 * The shape of a simulation. Policies compare the number of an account with numbers and never look into one, so a
 * verdict stays the same when two accounts swap theirs.
 */
export function shapeOf(
  simulation: Simulation,
  principalAccountId: string | undefined,
  knownKeys: readonly string[],
): Shape {
  const resourceAccountId = simulation.request.resource.accountId;
  // a key that is known to be missing stands in no value
  const written = `${[...knownKeys].sort().join(' ')} ${JSON.stringify(simulation)}`;
  if (spellsPartOfNumber.test(written)) return { text: written, generalize: same, specialize: same };
  const generalize = (text: string) => {
    const withoutResource = text.replaceAll(resourceAccountId, names.resource);
    return principalAccountId === undefined || principalAccountId === resourceAccountId
      ? withoutResource
      : withoutResource.replaceAll(principalAccountId, names.principal);
  };
  const specialize = (text: string) =>
    text.replaceAll(names.resource, resourceAccountId).replaceAll(names.principal, principalAccountId ?? '');
  // its own account or another one: that is a part of the shape
  const relation = principalAccountId === resourceAccountId ? 'own' : 'other';
  return { text: `${relation} ${generalize(written)}`, generalize, specialize };
}

const same = (text: string) => text;
