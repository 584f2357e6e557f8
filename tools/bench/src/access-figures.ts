/** What `access measure` says about the proof of one organization; times in milliseconds. */
export interface ProofReport {
  readonly accounts: number;
  readonly principals: number;
  readonly promises: number;
  readonly broken: number;
  readonly questions: number;
  readonly cells: number;
  readonly simulations: number;
  readonly reading: number;
  readonly matrix: number;
  readonly proving: number;
  readonly simulating: number;
}

/** The access proof of one organization, beside the simulation of its different questions alone. */
export interface AccessFigures extends ProofReport {
  readonly name: string;
  /** Milliseconds of the whole process. */
  readonly wall: number;
  /** Reading, matrix and promises by what the simulator took of it. */
  readonly ratio: number;
  /** Largest resident set of the process in bytes. */
  readonly peakMemory: number;
}

export function accessFigures(
  name: string,
  report: ProofReport,
  { wall, peakMemory }: { readonly wall: number; readonly peakMemory: number },
): AccessFigures {
  const { reading, matrix, proving, simulating } = report;
  return { ...report, name, wall, peakMemory, ratio: (reading + matrix + proving) / simulating };
}
