import type { Contestant, Outcome } from './contest.ts';
import type { Sample } from './measure-program.ts';
import { median } from './median.ts';

/** What one contestant took, over its runs. */
export interface Figures {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  /** Median of the processes' largest resident sets, in bytes. */
  readonly peakMemory: number;
  /** By the median; null where the work is not counted in rows. */
  readonly rowsPerSecond: number | null;
  /** Stacks, bytes, a sum: what came out, in whatever words fit. */
  readonly result: string;
}

/** The product beside one peer. */
export interface Comparison {
  readonly name: string;
  /** `process`: from the start of the process to its end. `work`: what the program timed itself. */
  readonly measure: 'process' | 'work';
  readonly product: Figures;
  readonly peer: Figures;
  /** Product by peer, of the medians: 2 is twice as long. */
  readonly ratio: number;
  /** The same of their peak memory. */
  readonly memoryRatio: number;
}

export interface ComparisonProps {
  readonly name: string;
  readonly measure: Comparison['measure'];
  /** Milliseconds of a run. */
  readonly time: (sample: Sample) => number;
  readonly rows?: number;
  readonly result: (contestant: Contestant) => string;
}

/** A comparison with each peer. */
export function comparisonsOf(outcome: Outcome, props: ComparisonProps): readonly Comparison[] {
  const product = figuresOf(outcome.product, props);
  return outcome.peers.map((contestant) => {
    const peer = figuresOf(contestant, props);
    return {
      name: props.name,
      measure: props.measure,
      product,
      peer,
      ratio: product.median / peer.median,
      memoryRatio: product.peakMemory / peer.peakMemory,
    };
  });
}

function figuresOf(contestant: Contestant, { time, rows, result }: ComparisonProps): Figures {
  const { program, samples } = contestant;
  const times = samples.map(time);
  const middle = median(times);
  return {
    name: program.name,
    median: middle,
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    peakMemory: median(samples.map(({ peakMemory }) => peakMemory)),
    rowsPerSecond: rows === undefined ? null : rows / (middle / 1000),
    result: result(contestant),
  };
}
