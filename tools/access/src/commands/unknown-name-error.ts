/** Names that are shown of all that there are. */
const shown = 5;

/** Nothing of that name is in the world. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';

  /** @param names All that there are. */
  constructor(what: 'principal' | 'resource', asked: string, names: readonly string[]) {
    const nearest = names
      .filter((each) => !each.includes(', '))
      .map((each) => ({ each, alike: likeness(each, asked) }))
      .sort((a, b) => b.alike - a.alike)
      .slice(0, shown);
    super(`there is no ${what} ${asked}, did you mean one of: ${nearest.map(({ each }) => each).join(', ')}`);
  }
}

/** How many pairs of neighbouring characters two names share, of those that they have. */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [pairsIn(a), pairsIn(b)];
  const shared = [...ofA].filter((pair) => ofB.has(pair)).length;
  return shared / Math.max(ofA.size, ofB.size, 1);
}

const pairsIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2)));
