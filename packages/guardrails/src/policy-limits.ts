import type { PolicyType } from './policy-type.ts';

/** How large policies of a type may be, and how many of them a target takes. */
export interface PolicyLimits {
  /** AWS counts characters; counted here in bytes of UTF-8, which are never fewer. */
  readonly bytesPerPolicy: number;
  /** Attached directly, for each of root, organizational unit and account; inherited ones don't count. */
  readonly policiesPerTarget: number;
  readonly source: string;
  /** Month in which the source was read. */
  readonly asOf: string;
}

export type PolicyLimitsByType = Readonly<Record<PolicyType, PolicyLimits>>;

const quotas = 'AWS Organizations User Guide, quotas';

const common = {
  RESOURCE_CONTROL_POLICY: { bytesPerPolicy: 5_120, policiesPerTarget: 5, source: quotas, asOf: '2026-10' },
  DECLARATIVE_POLICY_EC2: { bytesPerPolicy: 10_000, policiesPerTarget: 10, source: quotas, asOf: '2026-10' },
  TAG_POLICY: { bytesPerPolicy: 10_000, policiesPerTarget: 10, source: quotas, asOf: '2026-10' },
} as const;

/** `classic` fits every organization; `current` those that AWS has moved to its newer limits. */
export const policyLimits = {
  classic: {
    SERVICE_CONTROL_POLICY: {
      bytesPerPolicy: 5_120,
      policiesPerTarget: 5,
      source: `${quotas}, as printed until early 2026`,
      asOf: '2026-04',
    },
    ...common,
  },
  current: {
    SERVICE_CONTROL_POLICY: { bytesPerPolicy: 10_240, policiesPerTarget: 10, source: quotas, asOf: '2026-10' },
    ...common,
  },
} as const satisfies Readonly<Record<string, PolicyLimitsByType>>;

/**
 * Attachments of every target that guardrails leave free: what allows anything at all, and the freeze policy that the
 * controller adds.
 *
 * `RCPFullAWSAccess` can't be detached and counts. Source: AWS Organizations User Guide, quotas.
 */
const reservedPerTarget: Readonly<Record<PolicyType, readonly string[]>> = {
  SERVICE_CONTROL_POLICY: ['FullAWSAccess', 'freeze'],
  RESOURCE_CONTROL_POLICY: ['RCPFullAWSAccess'],
  DECLARATIVE_POLICY_EC2: [],
  TAG_POLICY: [],
};

/** Room for guardrails on one target. */
export interface PolicyRoom {
  readonly bytesPerPolicy: number;
  readonly policies: number;
}

/** What guardrails of a type may use of one target. */
export function roomForGuardrails(type: PolicyType, limits: PolicyLimitsByType): PolicyRoom {
  const { bytesPerPolicy, policiesPerTarget } = limits[type];
  return { bytesPerPolicy, policies: policiesPerTarget - reservedPerTarget[type].length };
}
