import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountSize, accountSizesOf } from './account-sizes.ts';
import { type Comparison, comparisonsOf } from './comparison.ts';
import { runContest } from './contest.ts';
import { type Program, measureProgram, ownProgram } from './measure-program.ts';
import type { Progress } from './progress.ts';
import { formatCount } from './render-comparisons.ts';
import { type StackShape, readStackShapes, totalShape } from './stack-shape.ts';
import { acmeProgram, loadSubject } from './subject.ts';

export interface SynthOptions {
  readonly runs: number;
  /** Runtime accounts of each generated organization. */
  readonly accounts: readonly number[];
}

/** What synthesizing took, and what it made of the accounts of acme. */
export interface SynthFigures {
  readonly comparisons: readonly Comparison[];
  readonly accountSizes: readonly AccountSize[];
}

/** Synthesizing acme and generated organizations, each beside a bare cdktf program with as many resources. */
export async function synthBench({ runs, accounts }: SynthOptions, onProgress: Progress): Promise<SynthFigures> {
  const { organization } = await loadSubject('acme');
  const folder = await mkdtemp(join(tmpdir(), 'bulkhead-bench-'));
  try {
    const acme = { name: 'acme', path: acmeProgram };
    const comparisons = [...(await compareSynth('synth of acme', acme, folder, runs, onProgress))];
    const accountSizes = accountSizesOf(organization, await readStackShapes(join(folder, acme.name)));
    for (const count of accounts) {
      const name = `synth of ${count} runtime accounts`;
      const path = ownProgram('synth-generated');
      const program = { name: `generated-${count}`, path, arguments: [String(count)] };
      comparisons.push(...(await compareSynth(name, program, folder, runs, onProgress)));
    }
    return { comparisons, accountSizes };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function compareSynth(
  name: string,
  program: Program,
  folder: string,
  runs: number,
  onProgress: Progress,
): Promise<readonly Comparison[]> {
  const outputs = { product: join(folder, program.name), bare: join(folder, `${program.name}-bare`) };
  const product = { ...program, environment: { CDKTF_OUTDIR: outputs.product } };
  await measureProgram(product);
  const shapes = await readStackShapes(outputs.product);
  const shapesFile = join(folder, `${program.name}.json`);
  await mkdir(outputs.bare, { recursive: true });
  await writeFile(shapesFile, JSON.stringify(shapes));
  const bare = {
    name: 'bare cdktf',
    path: ownProgram('synth-bare'),
    arguments: [shapesFile],
    environment: { CDKTF_OUTDIR: outputs.bare },
  };
  onProgress(`${name}: ${describe(shapes)}`);

  const outcome = await runContest({ name, product, peers: [bare] }, runs, onProgress);
  const bareShapes = await readStackShapes(outputs.bare);
  expectSameWork(name, shapes, bareShapes);
  return comparisonsOf(outcome, {
    name,
    measure: 'process',
    time: ({ wall }) => wall,
    result: (contestant) => describe(contestant === outcome.product ? shapes : bareShapes),
  });
}

function describe(shapes: readonly StackShape[]): string {
  const { stacks, resources, bytes } = totalShape(shapes);
  return `${formatCount(stacks)} stacks, ${formatCount(resources)} resources, ${formatCount(bytes)} bytes`;
}

/** A ratio between different amounts of work would say nothing. */
function expectSameWork(name: string, shapes: readonly StackShape[], bare: readonly StackShape[]): void {
  const counts = (all: readonly StackShape[]) => JSON.stringify(all.map(({ bytes: _, ...shape }) => shape));
  if (counts(shapes) !== counts(bare)) {
    throw new Error(
      `${name}: the bare program has to hold as many resources in as many stacks, ${describe(shapes)}, got: ${describe(bare)}`,
    );
  }
}
