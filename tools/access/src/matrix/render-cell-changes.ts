import type { CellChange } from './compare-matrices.ts';

/** Names and actions of one entry that are printed; the rest is counted. */
const shown = 4;

/** For a terminal: changed cells by account, those that change alike together. */
export function renderCellChanges(changes: readonly CellChange[]): string {
  if (changes.length === 0) return 'nobody could do more or less than now\n';
  const entries = alike(changes);
  const accounts = [...new Set(entries.map(({ account }) => account))];
  const counted = changes.length === 1 ? '1 cell' : `${changes.length} cells`;
  return [
    `${counted} of the access matrix would change`,
    ...accounts.flatMap((account) => [
      `\n${account}`,
      ...entries.filter((entry) => entry.account === account).flatMap(renderEntry),
    ]),
    '',
  ].join('\n');
}

type Entry = Omit<CellChange, 'principal' | 'because'> & { readonly principals: readonly string[] };

function alike(changes: readonly CellChange[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const { principal, because: _, ...change } of changes) {
    const key = JSON.stringify(change);
    entries.set(key, { ...change, principals: [...(entries.get(key)?.principals ?? []), principal] });
  }
  return [...entries.values()];
}

const renderEntry = ({ actionClass, before, after, gained, lost, principals }: Entry): readonly string[] => [
  `  ${actionClass}: ${before} → ${after}`,
  ...firstOf(gained).map((each) => `    + ${each}`),
  ...firstOf(lost).map((each) => `    − ${each}`),
  ...firstOf(principals).map((each) => `    ${each}`),
];

function firstOf(all: readonly string[]): readonly string[] {
  const more = all.length - shown;
  return more <= 1 ? all : [...all.slice(0, shown), `${more} more`];
}
