/** A pool of instance families that share one EC2 quota, counted in vCPU per account and Region. */
export interface QuotaPool {
  readonly name: string;
  /** How AWS names the families, for people. */
  readonly families: string;
  readonly onDemandQuotaCode: string;
  /** Undefined where the families have no Spot quota. */
  readonly spotQuotaCode: string | undefined;
  /** On-Demand and Spot quota of an account for which nobody asked, in vCPU. A fresh account can have less. */
  readonly defaultVcpu: number;
}

/** Service Quotas' name for EC2. */
export const quotaServiceCode = 'ec2';

const pool = (
  name: string,
  families: string,
  onDemandQuotaCode: string,
  spotQuotaCode: string | undefined,
  defaultVcpu = 0,
): QuotaPool => ({ name, families, onDemandQuotaCode, spotQuotaCode, defaultVcpu });

const standard = pool('standard', 'A, C, D, H, I, M, R, T, Z', 'L-1216C47A', 'L-34B43A08', 5);

/**
 * Pools by the letters that a type starts with, longest first: `inf2` is no `i`, `hpc7a` no `h`.
 *
 * Source: EC2 instance quotas in the EC2 instance types guide, 2026-09. The Spot quota of P families was two quotas in
 * older accounts.
 */
const poolsByPrefix: readonly (readonly [prefixes: readonly string[], pool: QuotaPool])[] = [
  [['hpc'], pool('hpc', 'HPC', 'L-F7808C92', undefined)],
  [['inf'], pool('inf', 'Inf', 'L-1945791B', 'L-B5D1601B')],
  [['trn'], pool('trn', 'Trn', 'L-2C3B7624', 'L-6B0D517C')],
  [['dl'], pool('dl', 'DL', 'L-6E869C2A', 'L-85EED4F7')],
  [['u-', 'u7'], pool('high-memory', 'High Memory', 'L-43DA4232', undefined)],
  [['vt', 'g'], pool('g-vt', 'G and VT', 'L-DB2E81BA', 'L-3819A6DF')],
  [['p'], pool('p', 'P', 'L-417A185B', 'L-7212CCBC')],
  [['x'], pool('x', 'X', 'L-7295265B', 'L-E3A00192')],
  [['f'], pool('f', 'F', 'L-74FC7D96', 'L-88CF9481')],
  [['a', 'c', 'd', 'h', 'i', 'm', 'r', 't', 'z'], standard],
];

/** Every pool, the standard one first. */
export const quotaPools: readonly QuotaPool[] = poolsByPrefix.map(([, each]) => each).reverse();

/** The pool whose quota a type draws on; undefined for Mac types, which run on Dedicated Hosts and count there. */
export function findQuotaPool(instanceType: string): QuotaPool | undefined {
  if (instanceType.startsWith('mac')) return undefined;
  return poolsByPrefix.find(([prefixes]) => prefixes.some((prefix) => instanceType.startsWith(prefix)))?.[1];
}
