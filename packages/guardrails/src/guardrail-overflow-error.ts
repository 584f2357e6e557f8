import { type PolicyType, policyTypeTitle } from './policy-type.ts';

/** A place whose guardrails AWS would not take. */
export interface Overflow {
  /** Name of the target, or of the policy. */
  readonly where: string;
  readonly type: PolicyType;
  readonly bytesNeeded: number;
  readonly bytesAvailable: number;
  /** What has to go at least. Can be there where all bytes together would fit: not every statement can be divided. */
  readonly bytesTooMany: number;
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
    const types = new Set(overflows.map(({ type }) => type));
    super(['guardrails do not fit', ...overflows.map(describeOverflow), ...[...types].map(advise)].join('\n'));
    this.overflows = overflows;
  }
}

const describeOverflow = ({ where, type, ...overflow }: Overflow) =>
  `${where}: ${count(overflow.bytesTooMany, 'byte')} too many, ${count(overflow.bytesNeeded, 'byte')} of ` +
  `${policyTypeTitle(type)} needed, ${overflow.bytesAvailable.toLocaleString('en-US')} there in ` +
  `${overflow.policies} ${overflow.policies === 1 ? 'policy' : 'policies'}, ` +
  `no room for ${overflow.leftOut.join(', ')}`;

const count = (number: number, noun: string) => `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;

const advice: Readonly<Record<PolicyType, string>> = {
  SERVICE_CONTROL_POLICY:
    "list fewer instance types or Regions, or set guardrails.policyLimits to 'current' if AWS has raised the limits of the organization",
  RESOURCE_CONTROL_POLICY: 'trust fewer accounts, or divide pipelines and their environments among delivery accounts',
  DECLARATIVE_POLICY_EC2: 'shorten the settings, AWS lifts this limit for nobody',
  TAG_POLICY: 'have fewer business units and phases, AWS lifts this limit for nobody',
};

const advise = (type: PolicyType) => advice[type];
