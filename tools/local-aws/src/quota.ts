import { quotaPools, quotaServiceCode } from '@bulkhead/model';

/** A quota as AWS lists it, the same in every account and Region. */
export interface CatalogueQuota {
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly quotaCode: string;
  readonly name: string;
  readonly defaultValue: number;
  readonly adjustable: boolean;
  /** The class of `AWS/Usage ResourceCount`, where the quota has a usage metric. */
  readonly usageClass?: string;
}

/** What is different about a quota; a missing account or Region means every one. */
export interface QuotaSetting {
  readonly accountId?: string;
  readonly region?: string;
  readonly quotaCode: string;
  /** Applied value; null: none is stored, and only the default can be read. */
  readonly value?: number | null;
  readonly adjustable?: boolean;
  /** The answer is 200 with this reason and without a value. */
  readonly errorReason?: 'DEPENDENCY_ACCESS_DENIED_ERROR' | 'DEPENDENCY_THROTTLING_ERROR' | 'DEPENDENCY_SERVICE_ERROR';
}

/** What becomes of an increase. A missing account, Region or code fits every one. */
export interface QuotaDecision {
  readonly accountId?: string;
  readonly region?: string;
  readonly quotaCode?: string;
  /** Fits only values above this one. */
  readonly above?: number;
  /** `open-case` waits for support and ends `NOT_APPROVED` instead where the request allows no case. */
  readonly outcome: 'approve' | 'deny' | 'not-approve' | 'open-case';
  /** Seconds from the request to the outcome. */
  readonly afterSeconds: number;
  /** The value that is granted, where it is less than what was asked for. */
  readonly grant?: number;
  /** Seconds from opening a case to closing it; without it the case stays open. */
  readonly closeAfterSeconds?: number;
}

/** Where a quota is asked about. */
export interface QuotaPlace {
  readonly accountId: string;
  readonly region: string;
}

/** An increase that was asked for, with what becomes of it. */
export interface QuotaRequest {
  readonly place: QuotaPlace;
  readonly quota: CatalogueQuota;
  readonly id: string;
  readonly desired: number;
  readonly callerArn: string;
  readonly decision: QuotaDecision;
  /** Milliseconds since 1970. */
  readonly created: number;
  updated: number;
  status: 'PENDING' | 'CASE_OPENED' | 'APPROVED' | 'DENIED' | 'CASE_CLOSED' | 'NOT_APPROVED';
  caseId?: string;
}

/** Small increases are usually approved by themselves within minutes (Service Quotas user guide). */
export const usualDecision: QuotaDecision = { outcome: 'approve', afterSeconds: 600 };

const ec2Name = 'Amazon Elastic Compute Cloud (Amazon EC2)';
// Only these classes are documented (EC2 user guide, CloudWatch usage metrics).
const documentedClasses: Readonly<Record<string, string>> = {
  standard: 'Standard/OnDemand',
  f: 'F/OnDemand',
  'g-vt': 'G/OnDemand',
  inf: 'Inf/OnDemand',
  p: 'P/OnDemand',
  x: 'X/OnDemand',
};

/** Every quota that this machine's AWS knows: EC2's pools, and one of another service. */
export const quotaCatalogue: readonly CatalogueQuota[] = [
  ...quotaPools.flatMap((pool): readonly CatalogueQuota[] => {
    const usageClass = documentedClasses[pool.name];
    const own = {
      serviceCode: quotaServiceCode,
      serviceName: ec2Name,
      defaultValue: pool.defaultVcpu,
      adjustable: true,
    };
    return [
      {
        ...own,
        quotaCode: pool.onDemandQuotaCode,
        name: `Running On-Demand ${pool.name === 'standard' ? 'Standard (A, C, D, H, I, M, R, T, Z)' : pool.families} instances`,
        ...(usageClass ? { usageClass } : {}),
      },
      ...(pool.spotQuotaCode
        ? [
            {
              ...own,
              quotaCode: pool.spotQuotaCode,
              name: `All ${pool.name === 'standard' ? 'Standard (A, C, D, H, I, M, R, T, Z)' : pool.families} Spot Instance Requests`,
            },
          ]
        : []),
    ];
  }),
  {
    serviceCode: 'firehose',
    serviceName: 'Amazon Kinesis Data Firehose',
    quotaCode: 'L-14BB0BE7',
    name: 'Delivery streams',
    defaultValue: 50,
    adjustable: true,
  },
];
