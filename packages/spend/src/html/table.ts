import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

/** A table: the first `textColumns` columns are words, the others amounts. Wide tables scroll in a box of their own. */
export interface Table {
  readonly caption: string;
  readonly header: readonly string[];
  readonly textColumns: number;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** `plain` by default, `total` for sums, `aside` for what stands apart, `alert` for what needs a look. */
  readonly tone?: 'plain' | 'total' | 'aside' | 'alert';
}

export function renderTable({ caption, header, textColumns, rows }: Table): Markup {
  const align = (index: number) => (index < textColumns ? 'text' : 'amount');
  const head = header.map((title, index) => markup`<th scope="col" class="${align(index)}">${title}</th>`);
  const body = rows.map(({ cells, tone }) => {
    const columns = cells.map((text, index) =>
      index === 0
        ? markup`<th scope="row" class="text">${text}</th>`
        : markup`<td class="${align(index)}">${text}</td>`,
    );
    return markup`<tr class="${tone ?? 'plain'}">${columns}</tr>`;
  });
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table></div>`;
}
