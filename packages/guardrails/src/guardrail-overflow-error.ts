/** A place whose guardrails AWS would not take. */
export interface Overflow {
  /** Name of the target, or of the policy. */
  readonly where: string;
  readonly bytesNeeded: number;
  readonly bytesAvailable: number;
  /** Policies that may be used there. */
  readonly policies: number;
  /** Sids of the statements, or of their parts, for which no room was left. */
  readonly leftOut: readonly string[];
}

/** Guardrails that don't fit into AWS's limits. Holds every overflow, not the first one. */
export class GuardrailOverflowError extends Error {
  override readonly name = 'GuardrailOverflowError';
  readonly overflows: readonly Overflow[];

  constructor(overflows: readonly Overflow[]) {
    const advice =
      'list fewer instance types or Regions, or set the limits to `current` if AWS has raised them for the organization';
    super(['guardrails do not fit', ...overflows.map(describeOverflow), advice].join('\n'));
    this.overflows = overflows;
  }
}

const describeOverflow = ({ where, bytesNeeded, bytesAvailable, policies, leftOut }: Overflow) =>
  `${where}: ${bytesNeeded} bytes needed, ${bytesAvailable} there in ${policies} ${policies === 1 ? 'policy' : 'policies'}, ` +
  `no room for ${leftOut.join(', ')}`;
