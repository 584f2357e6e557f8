import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Comparison, comparisonsOf } from './comparison.ts';
import { runContest } from './contest.ts';
import { type Program, measureProgram, ownProgram } from './measure-program.ts';
import type { Progress } from './progress.ts';
import { formatCount } from './render-comparisons.ts';
import { type StackShape, readStackShapes, totalShape } from './stack-shape.ts';

export interface SynthOptions {
  readonly runs: number;
  /** Runtime accounts of the generated organization. */
  readonly accounts: number;
}

const acme = fileURLToPath(new URL('../../../apps/acme/dist/main.js', import.meta.url));

/** Synthesizing acme and a generated organization, each beside a bare cdktf program with as many resources. */
export async function synthBench(
  { runs, accounts }: SynthOptions,
  onProgress: Progress,
): Promise<readonly Comparison[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bulkhead-bench-'));
  try {
    return [
      ...(await compareSynth('synth of acme', { name: 'acme', path: acme }, folder, runs, onProgress)),
      ...(await compareSynth(
        `synth of ${accounts} runtime accounts`,
        { name: 'generated', path: ownProgram('synth-generated'), arguments: [String(accounts)] },
        folder,
        runs,
        onProgress,
      )),
    ];
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
