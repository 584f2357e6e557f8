import { parse } from 'csv-parse/sync';
import { cellKey, cellsToPrint } from './attribution.ts';
import type { Attribution, Owner } from './attribution.ts';

const columns = ['sub_account_id', 'unit', 'phase'] as const;

/** Everything that is wrong with an attribution file, one problem a line, each with its line number. */
export class AttributionError extends Error {
  override readonly name = 'AttributionError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`the attribution cannot be read:\n${problems.map((problem) => `- ${problem}`).join('\n')}`, options);
    this.problems = problems;
  }
}

interface Row {
  readonly line: number;
  readonly record: readonly string[];
}

/**
 * Reads CSV with the columns `sub_account_id`, `unit` and `phase`, in any order, among others or not.
 * Account ids are text: leading zeros stay. Cells come in the order of the file, without budgets.
 * Rejects with one `AttributionError` that holds all problems.
 */
export function parseAttribution(csvText: string): Attribution {
  const [header, ...rows] = readRows(csvText);
  const names = header?.record.map((name) => name.toLowerCase()) ?? [];
  const problems = columns
    .filter((column) => names.filter((name) => name === column).length !== 1)
    .map((column) => `line ${header?.line ?? 1}: name the column ${column} once, got: ${names.join(',') || 'nothing'}`);
  if (problems.length > 0) throw new AttributionError(problems);
  if (rows.length === 0) throw new AttributionError(['line 1: list at least one account under the header']);

  const [idAt, unitAt, phaseAt] = columns.map((column) => names.indexOf(column));
  const owners = new Map<string, Owner & { readonly line: number }>();
  for (const { line, record } of rows) {
    if (record.length !== names.length) {
      problems.push(`line ${line}: give ${names.length} values, got: ${record.length}`);
      continue;
    }
    const id = record[idAt ?? -1] ?? '';
    const owner = { unit: record[unitAt ?? -1] ?? '', phase: record[phaseAt ?? -1] ?? '', line };
    const empty = columns.filter((_, index) => [id, owner.unit, owner.phase][index] === '');
    problems.push(...empty.map((column) => `line ${line}: ${column} must not be empty, got: ${record.join(',')}`));
    const earlier = owners.get(id);
    if (empty.length > 0) continue;
    if (earlier !== undefined && cellKey(earlier) !== cellKey(owner)) {
      problems.push(
        `line ${line}: give account ${id} one owner, got: ${owner.unit}/${owner.phase}` +
          ` and ${earlier.unit}/${earlier.phase} in line ${earlier.line}`,
      );
    }
    owners.set(id, earlier ?? owner);
  }
  if (problems.length > 0) throw new AttributionError(problems);
  const parsed = new Map([...owners].map(([id, { unit, phase }]) => [id, { unit, phase }]));
  return { owners: parsed, cells: cellsToPrint({ owners: parsed, cells: [] }) };
}

function readRows(csvText: string): readonly Row[] {
  try {
    const rows = parse(csvText, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: readonly string[] }[];
    return rows.map(({ info, record }) => ({ line: info.lines, record }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AttributionError([`close every quote and separate values by commas, got: ${reason}`], { cause });
  }
}
