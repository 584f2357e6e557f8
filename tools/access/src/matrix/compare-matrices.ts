import type { Cell, CellDecision } from './matrix.ts';

/** A cell that isn't what it was. */
export interface CellChange {
  readonly principal: string;
  readonly account: string;
  readonly actionClass: Cell['actionClass'];
  /** `no` for a row that isn't there. */
  readonly before: CellDecision;
  readonly after: CellDecision;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  /** Names of what isn't there any more: whatever anybody could do with it ended with it. */
  readonly gone: readonly string[];
  /** What decides the cell now; what decided it, where it is gone. */
  readonly because: readonly string[];
}

/**
 * Cells in which somebody can do more, less or something else. Another statement for the same answer is no change.
 *
 * @param names Of everything that is there now; without them, what is gone counts as lost
 */
export function compareMatrices(
  before: readonly Cell[],
  after: readonly Cell[],
  names?: ReadonlySet<string>,
): readonly CellChange[] {
  const isGone = (right: string) => names !== undefined && !names.has(resourceOf(right));
  const old = byKey(before);
  const now = byKey(after);
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const cell = is ?? was;
    if (!cell) return [];
    const gained = (is?.may ?? []).filter((each) => !was?.may.includes(each));
    const missing = (was?.may ?? []).filter((each) => !is?.may.includes(each));
    const lost = missing.filter((each) => !isGone(each));
    const gone = [...new Set(missing.filter(isGone).map(resourceOf))];
    const decisions = { before: was?.decision ?? 'no', after: is?.decision ?? 'no' };
    if (gained.length === 0 && missing.length === 0 && decisions.before === decisions.after) return [];
    const { principal, account, actionClass, because } = cell;
    return [{ principal, account, actionClass, ...decisions, gained, lost, gone, because }];
  });
}

/** `acme-archive/example` of `s3:GetObject acme-archive/example if ...`. */
const resourceOf = (right: string) => right.replace(/^\S+ /, '').replace(/ if .*$/, '');

const byKey = (cells: readonly Cell[]) =>
  new Map(cells.map((cell) => [`${cell.account}\n${cell.principal}\n${cell.actionClass}`, cell]));
