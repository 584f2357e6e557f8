import { nearest } from './nearest.ts';

/**
 * Regions of the `aws` partition.
 *
 * Source: AWS Account Management Reference, enable or disable AWS Regions in your account, 2026-10. Those that are off until
 * an account opts in stand apart: the organization enables them where accounts work, Service Quotas allows only 2 open
 * requests there, and templates do not reach them.
 */
const enabledByDefault = `
  us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1
  eu-central-1 eu-west-1 eu-west-2 eu-west-3 eu-north-1
  ap-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-southeast-1 ap-southeast-2`;
const optIn = `
  af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7
  ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1`;

const words = (text: string) => text.trim().split(/\s+/);
const optInRegions: ReadonlySet<string> = new Set(words(optIn));

export const awsRegions: readonly string[] = [...words(enabledByDefault), ...optInRegions];

/** Whether a Region exists in the `aws` partition. */
export function isAwsRegion(region: string): boolean {
  return awsRegions.includes(region);
}

/** Whether an account has to opt in before it can use a Region. */
export function isOptInRegion(region: string): boolean {
  return optInRegions.has(region);
}

/** The existing Region whose name is closest to a mistyped one. */
export function nearestRegion(mistyped: string): string | undefined {
  return nearest(mistyped, awsRegions);
}
