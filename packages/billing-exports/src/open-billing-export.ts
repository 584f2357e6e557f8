import { SourceError } from '@bulkhead/spend';
import type { ChargeSource, CostMetric } from '@bulkhead/spend';
import { openBillingDatabase } from './billing-database.ts';
import type { BillingDatabase } from './billing-database.ts';
import { findBillingFiles } from './billing-files.ts';
import { chargesView, groupedCharges, scannedTotal } from './charge-queries.ts';
import { describeSource } from './describe-source.ts';
import { readFileColumns } from './file-columns.ts';
import type { FileColumns } from './file-columns.ts';
import { readFailure, throwAll } from './read-failure.ts';
import { relationsOf } from './relation.ts';
import { chooseScales } from './scales.ts';
import { surveyRelation } from './survey.ts';

/**
 * Opens billing exports on this machine as one source of charges: FOCUS and CUR, CSV and Parquet, recognized from their
 * columns.
 *
 * @param paths Files, folders and globs; a folder with manifests stands for what the newest ones list.
 * @returns A source that has to be closed; it reads the files again for each question and keeps no charges.
 * @throws SourceError that lists everything about the files which keeps them from being read as one bill. A metric that
 *   they don't have is an error when it is asked for.
 */
export async function openBillingExport(paths: readonly string[]): Promise<ChargeSource> {
  const database = await openBillingDatabase();
  try {
    return await openSource(database, paths);
  } catch (error) {
    database.close();
    throw error;
  }
}

async function openSource(database: BillingDatabase, paths: readonly string[]): Promise<ChargeSource> {
  const withColumns = await readAllColumns(database, paths);
  const relations = relationsOf(withColumns);
  const files = withColumns.map(({ path }) => path);
  const surveyed = [];
  for (const relation of relations) surveyed.push(...(await surveyRelation(database, relation)));
  const description = describeSource(files, surveyed);
  const { scales, unknowns } = chooseScales(surveyed);
  // A report that names no metric is about what is billed: without it there is no bill.
  if (unknowns.billed !== undefined) throw unknowns.billed;
  await database.rows(chargesView(relations, scales));
  const ask = async <Answer>(metric: CostMetric, question: () => Promise<Answer>): Promise<Answer> => {
    const unknown = unknowns[metric];
    if (unknown !== undefined) throw unknown;
    return question().catch((cause: unknown) => {
      throw readFailure(files, cause);
    });
  };
  return {
    describe: () => Promise.resolve(description),
    charges: (query) => ask(query.metric, () => groupedCharges(database, query)),
    async total(query) {
      if (!description.months.includes(query.month)) {
        throw new SourceError(`no charges of ${query.month}; the export holds ${description.months.join(', ')}`);
      }
      return ask(query.metric, () => scannedTotal(database, relations, scales[query.metric], query));
    },
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

async function readAllColumns(database: BillingDatabase, paths: readonly string[]): Promise<readonly FileColumns[]> {
  const found: FileColumns[] = [];
  const problems: SourceError[] = [];
  for (const { path, named } of await findBillingFiles(paths)) {
    try {
      const file = await readFileColumns(database, path);
      if (file.columns.length > 0) found.push(file);
      // Runs that got shorter leave empty files behind; nobody names those.
      else if (named) problems.push(new SourceError(`${path} is empty; fetch it again`));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(error);
    }
  }
  throwAll(problems);
  if (found.length === 0) throw new SourceError(`only empty files in ${paths.join(', ')}; fetch them again`);
  return found;
}
