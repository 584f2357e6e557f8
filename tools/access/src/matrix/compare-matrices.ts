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
  /** What decides the cell now; what decided it, where it is gone. */
  readonly because: readonly string[];
}

/** Cells in which somebody can do more, less or something else. Another statement for the same answer is no change. */
export function compareMatrices(before: readonly Cell[], after: readonly Cell[]): readonly CellChange[] {
  const old = byKey(before);
  const now = byKey(after);
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const cell = is ?? was;
    if (!cell) return [];
    const gained = (is?.may ?? []).filter((each) => !was?.may.includes(each));
    const lost = (was?.may ?? []).filter((each) => !is?.may.includes(each));
    const decisions = { before: was?.decision ?? 'no', after: is?.decision ?? 'no' };
    if (gained.length === 0 && lost.length === 0 && decisions.before === decisions.after) return [];
    const { principal, account, actionClass, because } = cell;
    return [{ principal, account, actionClass, ...decisions, gained, lost, because }];
  });
}

const byKey = (cells: readonly Cell[]) =>
  new Map(cells.map((cell) => [`${cell.account}\n${cell.principal}\n${cell.actionClass}`, cell]));

/** For a pull request: what anybody can do now that they couldn't, and the other way round. */
export function renderChanges(changes: readonly CellChange[]): string {
  if (changes.length === 0) return 'Nobody can do anything that they could not do before, nor the other way round.\n';
  const rows = changes.map(
    ({ principal, account, actionClass, before, after, gained, lost, because }) =>
      `| ${principal} | ${account} | ${actionClass} | ${before} → ${after} | ${[
        ...gained.map((each) => `+ ${each}`),
        ...lost.map((each) => `− ${each}`),
      ].join('<br>')} | ${because.join('<br>')} |`,
  );
  return [
    `${changes.length} ${changes.length === 1 ? 'cell' : 'cells'} of the access matrix changed.`,
    '',
    '| who | where | what | before → after | actions | decided by |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
