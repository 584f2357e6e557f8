import { classNames } from '../simulate/action-classes.ts';
import type { TrustRow } from '../trust/trust-rows.ts';
import type { Cell } from './matrix.ts';
import { type MatrixRow, rowsByAccount } from './matrix-rows.ts';

const style = `
:root { color-scheme: light dark; --line: #8884; --all: #1f77b4; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 70rem; table-layout: fixed; }
thead th:first-child { width: 23rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: Canvas; }
tbody th { font-weight: normal; font-family: ui-monospace, monospace; font-size: 13px; overflow-wrap: anywhere; }
.all { background: color-mix(in srgb, var(--all) 45%, transparent); font-weight: 600; }
.some { background: color-mix(in srgb, var(--all) 22%, transparent); }
.if { background: color-mix(in srgb, var(--all) 10%, transparent); font-style: italic; }
summary { cursor: pointer; }
details ul { margin: .25rem 0; padding-left: 1rem; font-size: 12px; max-width: 28rem; overflow-wrap: anywhere; }
nav { columns: 16rem; }`;

/** The matrix as one page that needs nothing else: a table per account, every cell opens to what decided it. */
export function renderMatrixHtml(cells: readonly Cell[], trust: readonly TrustRow[], title: string): string {
  const accounts = [...rowsByAccount(cells)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${text(title)}</h1>
<p>all: every action that stands for the class; some: some of them; if: under conditions only; –: none. A cell opens to what
decided it. any-administrator is whom somebody could make there, root is the root user.</p>
<nav>${accounts.map(([account]) => `<div><a href="#${text(account)}">${text(account)}</a></div>`).join('')}<div><a href="#trust">who can become whom</a></div></nav>
${accounts.map(([account, rows]) => accountSection(account, rows)).join('\n')}
${trustSection(trust)}
</body>
</html>
`;
}

const accountSection = (account: string, rows: readonly MatrixRow[]) => `<section>
<h2 id="${text(account)}">${text(account)}</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">who</th>${classNames.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(rowText).join('\n')}
</tbody>
</table></div>
</section>`;

const trustSection = (trust: readonly TrustRow[]) => `<section>
<h2 id="trust">who can become whom</h2>
<div class="scroll"><table>
<thead><tr><th scope="col">who</th><th scope="col">hops</th><th scope="col">becomes</th></tr></thead>
<tbody>
${trust.map(trustText).join('\n')}
</tbody>
</table></div>
</section>`;

const trustText = ({ who, hops, becomes }: TrustRow) =>
  `<tr><th scope="row">${text(who)}</th><td>${hops}</td><td>${becomes.map(text).join('<br>')}</td></tr>`;

const rowText = ({ principal, cells }: MatrixRow) =>
  `<tr><th scope="row">${text(principal)}</th>${classNames.map((name) => cellText(cells.get(name))).join('')}</tr>`;

function cellText(cell: Cell | undefined): string {
  if (!cell) return '<td></td>';
  const may = cell.may.length === 0 ? '' : `<ul>${cell.may.map(item).join('')}</ul>`;
  const decision = cell.decision === 'no' ? '–' : cell.decision;
  const reasons = `<ul>${cell.because.map(item).join('')}</ul>`;
  return `<td class="${cell.decision}"><details><summary>${decision}</summary>${may}decided by${reasons}</details></td>`;
}

const item = (each: string) => `<li>${text(each)}</li>`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const text = (value: string) => value.replace(/[&<>"']/g, (each) => escapes[each] ?? each);
