import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AccessFigures, type ProofReport, accessFigures } from './access-figures.ts';
import { measureProgram, ownProgram } from './measure-program.ts';
import type { Progress } from './progress.ts';
import { formatCount } from './render-comparisons.ts';
import { acmeProgram, emptySubject, loadSubject } from './subject.ts';

export interface AccessOptions {
  /** Runtime accounts of each generated organization, in two Regions each. */
  readonly accounts: readonly number[];
}

const accessProgram = fileURLToPath(new URL('../../access/dist/main.js', import.meta.url));

/**
 * Proving who can do what where in acme and in generated organizations, beside the simulator alone. Each of these is
 * proved with nothing in its accounts too: the difference is what stores, workloads and grants take.
 */
export async function accessBench(
  { accounts }: AccessOptions,
  onProgress: Progress,
): Promise<readonly AccessFigures[]> {
  const figures: AccessFigures[] = [];
  for (const subject of ['acme', ...accounts.flatMap((count) => [emptySubject(count), String(count)])]) {
    const folder = await mkdtemp(join(tmpdir(), 'bulkhead-bench-'));
    try {
      const measured = await measureSubject(subject, folder);
      onProgress(`access of ${measured.name}: ${Math.round(measured.wall)} ms`);
      figures.push(measured);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return figures;
}

async function measureSubject(subject: string, folder: string): Promise<AccessFigures> {
  const isAcme = subject === 'acme';
  const name = nameOf(subject);
  // promises of its own go by the name of the folder
  const path = join(folder, isAcme ? subject : 'generated');
  await mkdir(path);
  const { definition, lock } = await loadSubject(subject);
  await writeFile(join(path, 'organization.json'), JSON.stringify(definition));
  await writeFile(join(path, 'organization.lock.json'), JSON.stringify(lock));
  await measureProgram({
    name: `synth of ${name}`,
    ...(isAcme ? { path: acmeProgram } : { path: ownProgram('synth-two-regions'), arguments: [subject] }),
    environment: { CDKTF_OUTDIR: join(path, 'cdktf.out') },
  });
  const proof = { name: `access of ${name}`, path: accessProgram, arguments: ['measure', path] };
  const sample = await measureProgram(proof);
  return accessFigures(name, JSON.parse(sample.output) as ProofReport, sample);
}

function nameOf(subject: string): string {
  if (subject === 'acme') return subject;
  const accounts = parseInt(subject, 10);
  return `${formatCount(accounts)} accounts${subject === emptySubject(accounts) ? ' without stores' : ''}`;
}
