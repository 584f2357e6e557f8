import type { CellChange } from './compare-matrices.ts';

/** For a pull request: what anybody can do now that they couldn't, and the other way round; then what is not there any more. */
export function renderChanges(changes: readonly CellChange[]): string {
  if (changes.length === 0) return 'Nobody can do anything that they could not do before, nor the other way round.\n';
  const changed = changes.filter(({ gained, lost, gone }) => gained.length + lost.length > 0 || gone.length === 0);
  const parts = [
    ...(changed.length > 0 ? [cellTable(changed)] : []),
    ...(goneIn(changes).length > 0 ? [goneTable(changes)] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function cellTable(changes: readonly CellChange[]): string {
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
  ].join('\n');
}

const goneIn = (changes: readonly CellChange[]) => [...new Set(changes.flatMap(({ gone }) => gone))].sort();

/** A line for each thing that is gone: nobody has lost a right on it that they could use. */
function goneTable(changes: readonly CellChange[]): string {
  const rows = goneIn(changes).map((name) => {
    const who = new Set(changes.filter(({ gone }) => gone.includes(name)).map(({ principal }) => principal));
    return `| ${name} | ${who.size} |`;
  });
  return ['What is not there any more:', '', '| what | reached by |', '| --- | --- |', ...rows].join('\n');
}
