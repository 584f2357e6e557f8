import { monthName } from './format-amount.ts';
import { renderBudgets } from './html/budget-section.ts';
import { renderHeader } from './html/header.ts';
import { escapedMarkup, markup } from './html/markup.ts';
import type { Markup } from './html/markup.ts';
import { renderServices } from './html/service-section.ts';
import { styleSheet } from './html/style-sheet.ts';
import { renderAccounts, renderKinds, renderUnallocated, renderUnitsAndPhases } from './html/table-sections.ts';
import { renderTrend } from './html/trend-section.ts';
import type { SpendReport, UnitReport } from './report.ts';
import { reportName, sourceWords } from './wording.ts';

/**
 * The report as one HTML file for screen, phone and paper: no script, and a policy that lets nothing be fetched.
 * Amounts are rounded for people; the same report gives the same bytes.
 */
export function renderHtml(report: SpendReport | UnitReport): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spend of ${reportName(report)}, ${monthName(report.month)}</title>
<style>${escapedMarkup(styleSheet)}</style>
</head>
<body>
<main>
${renderHeader(report)}
${renderUnitsAndPhases(report)}
${renderBudgets(report)}
${renderTrend(report)}
${renderServices(report)}
${renderKinds(report)}
${report.scope === 'unit' ? markup`` : renderUnallocated(report)}
${renderAccounts(report)}
${renderFooter(report)}
</main>
</body>
</html>
`;
  return page.html;
}

function renderFooter(report: SpendReport | UnitReport): Markup {
  const rounding = 'Amounts are rounded to cents here, each by itself; the JSON and CSV reports hold the exact ones.';
  if (report.scope === 'unit') return markup`<footer><p>${rounding}</p></footer>`;
  return markup`<footer><p>${rounding}</p>
<p>Source: ${sourceWords(report)}.</p></footer>`;
}
