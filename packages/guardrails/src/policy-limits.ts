/** How large service control policies may be, and how many of them a target takes. */
export interface PolicyLimits {
  /** AWS counts characters; counted here in bytes of UTF-8, which are never fewer. */
  readonly bytesPerPolicy: number;
  /** Attached directly, for each of root, organizational unit and account; inherited ones don't count. */
  readonly policiesPerTarget: number;
  readonly source: string;
  /** Month in which the source was read. */
  readonly asOf: string;
}

/** `classic` fits every organization; `current` those that AWS has moved to its newer limits. */
export const policyLimits = {
  classic: {
    bytesPerPolicy: 5_120,
    policiesPerTarget: 5,
    source: 'AWS Organizations User Guide, quotas, as printed until early 2026',
    asOf: '2026-04',
  },
  current: {
    bytesPerPolicy: 10_240,
    policiesPerTarget: 10,
    source: 'AWS Organizations User Guide, quotas',
    asOf: '2026-10',
  },
} as const satisfies Readonly<Record<string, PolicyLimits>>;

/** Attachments of every target that guardrails leave free: what allows anything at all, and what the controller adds. */
const reservedPerTarget = { fullAwsAccess: 1, freeze: 1 } as const;

/** How many policies guardrails may attach to one target. */
export function policiesForGuardrails({ policiesPerTarget }: PolicyLimits): number {
  return policiesPerTarget - reservedPerTarget.fullAwsAccess - reservedPerTarget.freeze;
}
