import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { SourceError } from '@bulkhead/spend';

/** A manifest: which files one run of an export delivered for one billing period. */
interface Manifest {
  readonly path: string;
  /** Same for all runs of one export for one billing period. */
  readonly period: string;
  /** S3 keys of the files. */
  readonly keys: readonly string[];
  /** When the run was delivered, as far as its keys tell. */
  readonly run: string;
  /** When the manifest was written (Unix time in ms); `aws s3 sync` keeps S3's time. */
  readonly written: number;
}

/** The fields that are read: of a legacy CUR `report…` and `billingPeriod`, of Data Exports `exportArn` and `dataFiles`. */
interface ManifestFields {
  readonly reportId?: unknown;
  readonly reportKeys?: unknown;
  readonly billingPeriod?: { readonly start?: unknown } | null;
  readonly exportArn?: unknown;
  readonly dataFiles?: unknown;
}

/** Whether a file is a manifest of an export, by its name. */
export function isManifest(path: string): boolean {
  return /-manifest\.json$/i.test(path);
}

/**
 * The files that the newest manifest of each billing period lists, looked up among the folder's `paths`.
 *
 * S3 holds more: chunks of an earlier, longer run, and earlier runs. Rejects with a `SourceError` for a manifest that
 * can't be read and for files that are listed but absent.
 */
export async function filesInManifests(
  folder: string,
  manifests: readonly string[],
  paths: readonly string[],
): Promise<readonly string[]> {
  const newest = new Map<string, Manifest>();
  for (const path of manifests) {
    const manifest = await readManifest(folder, path);
    const before = newest.get(manifest.period);
    if (before === undefined || isNewer(manifest, before)) newest.set(manifest.period, manifest);
  }
  const problems: string[] = [];
  const files = [...newest.values()].flatMap((manifest) =>
    manifest.keys.flatMap((key) => {
      const file = fileOf(key, manifest, folder, paths);
      if (file === undefined) problems.push(`${manifest.path} lists ${key}, which is not in ${folder}; fetch it too`);
      return file ?? [];
    }),
  );
  if (problems.length > 0) throw new SourceError(problems.join('\n'));
  return files;
}

/**
 * A legacy CUR writes each manifest twice: into the run's folder, and over the one in the period's folder, which is thus
 * the newest and lies higher. Data Exports keeps only the latest in `metadata/BILLING_PERIOD=…/`.
 */
function isNewer(a: Manifest, b: Manifest): boolean {
  const depth = a.path.split(sep).length - b.path.split(sep).length;
  if (depth !== 0) return depth < 0;
  return a.run === b.run ? a.written > b.written : a.run > b.run;
}

async function readManifest(folder: string, path: string): Promise<Manifest> {
  const problem = (reason: string, cause?: unknown): SourceError =>
    new SourceError(`${path} is no manifest of a billing export: ${reason}; fetch it again`, { cause });
  const text = await readFile(path, 'utf8');
  let fields: ManifestFields;
  try {
    fields = Object(JSON.parse(text)) as ManifestFields;
  } catch (cause) {
    throw problem('it is not JSON', cause);
  }
  const listed: unknown = fields.reportKeys ?? fields.dataFiles;
  if (!Array.isArray(listed)) throw problem('it has neither reportKeys nor dataFiles');
  const keys = listed.map((key) => String(key).replace(/^(s3:\/\/[^/]+)?\/*/, ''));
  const name = [fields.exportArn, fields.reportId].find((id) => typeof id === 'string') ?? basename(path).toLowerCase();
  return {
    path,
    period: `${name} ${periodOf(fields, keys[0] ?? '', folder, path)}`,
    keys,
    run: /\d{4}-\d{2}-\d{2}T[\d:.]+Z/.exec(keys[0] ?? '')?.[0] ?? '',
    written: (await stat(path)).mtimeMs,
  };
}

/** The billing period as text: stated by a legacy CUR, part of the keys or of the folder with Data Exports. */
function periodOf({ billingPeriod }: ManifestFields, key: string, folder: string, path: string): string {
  const partition = /billing_period=([^/]+)/i;
  const start = billingPeriod?.start;
  if (typeof start === 'string') return start;
  const match = partition.exec(key) ?? partition.exec(path.split(sep).join('/'));
  return match?.[1] ?? relative(folder, dirname(path));
}

/** The local copy of an S3 key: at the same place, seen from the folder, or beside the manifest. */
function fileOf(key: string, manifest: Manifest, folder: string, paths: readonly string[]): string | undefined {
  // Partitions are spelled BILLING_PERIOD= and billing_period=, so that a copy can differ from its key in case.
  const wanted = key.toLowerCase();
  const matches = (path: string): boolean => {
    const local = relative(folder, path).split(sep).join('/').toLowerCase();
    return local === wanted || wanted.endsWith(`/${local}`) || local.endsWith(`/${wanted}`);
  };
  const beside = join(dirname(manifest.path), basename(key));
  return paths.find(matches) ?? paths.find((path) => path === beside);
}
