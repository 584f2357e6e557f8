import { type Program, type Sample, measureProgram } from './measure-program.ts';
import type { Progress } from './progress.ts';

/** The product and others that do comparable work. */
export interface Contest {
  readonly name: string;
  readonly product: Program;
  readonly peers: readonly Program[];
}

/** A program with all of its runs. */
export interface Contestant {
  readonly program: Program;
  readonly samples: readonly Sample[];
}

export interface Outcome {
  readonly product: Contestant;
  readonly peers: readonly Contestant[];
}

/**
 * Runs everybody in turn, so many times: product, peers, product, peers, … What else the machine does then meets all of
 * them alike, and a ratio means more than the figures that it is made of.
 */
export async function runContest(
  { name, product, peers }: Contest,
  runs: number,
  onProgress: Progress,
  measure: (program: Program) => Promise<Sample> = measureProgram,
): Promise<Outcome> {
  const programs = [product, ...peers];
  const samples = programs.map((): Sample[] => []);
  for (let run = 1; run <= runs; run += 1) {
    for (const [index, program] of programs.entries()) {
      const sample = await measure(program);
      samples[index]?.push(sample);
      onProgress(`${name}: ${program.name}, run ${run} of ${runs}: ${Math.round(sample.wall)} ms`);
    }
  }
  const contestant = (program: Program, index: number): Contestant => ({ program, samples: samples[index] ?? [] });
  return { product: contestant(product, 0), peers: peers.map((peer, index) => contestant(peer, index + 1)) };
}
