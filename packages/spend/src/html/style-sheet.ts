import { inkColour, mutedColour, overColour, ruleColour } from './palette.ts';

/** One light page for screen, phone and A4 paper. System fonts, so that nothing is fetched. */
export const styleSheet = `
:root { color-scheme: light; --ink: ${inkColour}; --muted: ${mutedColour}; --rule: ${ruleColour}; --over: ${overColour}; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #f4f5f7; color: var(--ink); print-color-adjust: exact; -webkit-print-color-adjust: exact;
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
main { max-width: 976px; margin: 0 auto; padding: 48px; background: #fff; min-height: 100vh; overflow-wrap: anywhere; }
header { border-bottom: 2px solid var(--ink); padding-bottom: 28px; }
.eyebrow { margin: 0 0 6px; font-size: 13px; letter-spacing: .06em; text-transform: uppercase; color: var(--muted); }
h1 { margin: 0; font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 0 0 12px; font-size: 19px; line-height: 1.3; font-weight: 650; break-after: avoid; }
section { margin-top: 44px; }
.mark { display: inline-block; margin: 14px 0 0; padding: 3px 10px; border: 1px solid var(--rule); border-radius: 3px; font-size: 13px; }
.mark.open { border-color: var(--over); color: var(--over); font-weight: 600; }
.lede { margin: 18px 0 0; font-size: 17px; max-width: 44em; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 20px 32px; margin: 28px 0 0; }
.figures div { border-left: 3px solid var(--rule); padding-left: 14px; }
dt { font-size: 13px; color: var(--muted); }
dd { margin: 2px 0 0; font-size: 22px; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
dd small { display: block; font-size: 13px; font-weight: 400; color: var(--muted); }
.note, footer { color: var(--muted); font-size: 13.5px; margin: 0 0 12px; }
.checked { margin: 22px 0 0; font-size: 13.5px; color: var(--muted); font-variant-numeric: tabular-nums; }
figure { margin: 0 0 18px; break-inside: avoid; }
.chart svg { display: block; width: 100%; height: auto; }
.chart.narrow { display: none; }
.key { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 6px; padding: 0; list-style: none; font-size: 13.5px; }
.swatch { display: inline-block; width: 11px; height: 11px; border-radius: 2px; margin-right: 7px; }
.scroll { overflow-x: auto; overscroll-behavior-x: contain; }
.scroll:focus-visible { outline: 2px solid #2f6690; outline-offset: 3px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; overflow-wrap: normal; }
caption { text-align: left; color: var(--muted); font-size: 13px; padding: 0 0 6px; }
th, td { padding: 7px 0 7px 20px; border-bottom: 1px solid var(--rule); text-align: left; font-weight: 400; vertical-align: baseline; }
th:first-child, td:first-child { padding-left: 0; }
th.text, td.text { max-width: 22em; overflow-wrap: break-word; }
thead th { font-size: 12.5px; font-weight: 600; color: var(--muted); border-bottom-color: #9aa3af; vertical-align: bottom; }
.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
thead .amount { white-space: normal; min-width: 5.5em; }
.total > * { font-weight: 650; border-bottom-color: #9aa3af; }
.aside > * { color: var(--muted); }
.alert > :first-child, .alert > :last-child { color: var(--over); font-weight: 600; }
footer { margin: 52px 0 0; padding-top: 16px; border-top: 1px solid var(--rule); }
footer p { margin: 0 0 4px; }
@media (max-width: 640px) {
  main { padding: 28px 20px; }
  h1 { font-size: 26px; }
  .lede { font-size: 16px; }
  .chart.wide { display: none; }
  .chart.narrow { display: block; }
  .scroll { margin-right: -20px; padding-right: 20px; }
  .scroll th:first-child { position: sticky; left: 0; background: #fff; min-width: 6.5em; max-width: 46vw; padding-right: 8px; }
  th, td { padding-left: 16px; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 20px; }
  dd { font-size: 18px; }
}
@media print {
  @page { size: A4; margin: 15mm 14mm; }
  body { background: #fff; font-size: 10pt; }
  main { max-width: none; padding: 0; min-height: 0; }
  .chart.wide { display: block; }
  .chart.narrow { display: none; }
  .scroll { overflow: visible; }
  .figures { grid-template-columns: repeat(4, 1fr); }
  dd { font-size: 15pt; }
  table { font-size: 8.5pt; }
  th, td { padding: 3.5pt 0 3.5pt 9pt; }
  thead { display: table-header-group; }
  thead th { font-size: 8pt; }
  tr { break-inside: avoid; }
  .total { break-before: avoid; }
  section { margin-top: 26pt; }
}
`;
