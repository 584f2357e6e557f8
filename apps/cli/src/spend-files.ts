import { join } from 'node:path';
import { type SpendReport, renderCsv, renderHtml, renderJson, renderMarkdown, reportOfUnit } from '@bulkhead/spend';
import type { ReportFormat } from './report-choices.ts';
import type { OutputFile } from './write-files.ts';

const renderers = {
  html: renderHtml,
  csv: renderCsv,
  json: renderJson,
  md: renderMarkdown,
} as const satisfies Readonly<Record<ReportFormat, unknown>>;

/** `report.html` and so on, and under `units/` the report of each business unit with its own figures only. */
export function reportFiles(report: SpendReport, formats: readonly ReportFormat[]): readonly OutputFile[] {
  const units = unitsOf(report).map((unit) => reportOfUnit(report, unit));
  return formats.flatMap((format) => [
    { path: `report.${format}`, content: renderers[format](report) },
    ...units.map((unit) => ({
      path: join('units', folderName(unit.unit), `report.${format}`),
      content: renderers[format](unit),
    })),
  ]);
}

/** Units in the order of the cells. */
export const unitsOf = ({ cells }: SpendReport) => [...new Set(cells.map(({ unit }) => unit))];

/** A unit's name can come from a file of somebody else: it must not lead out of the folder. */
export const folderName = (unit: string) => encodeURIComponent(unit).replaceAll('.', '%2E').replaceAll('*', '%2A');
