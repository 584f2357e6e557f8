import { broadReads, configRecorderReads, documentedPolicies } from './managed-policy-texts.ts';
import { policyOf } from './parse-policy.ts';
import type { Policy, StatementDocument } from './policy.ts';

const everything: StatementDocument = { Effect: 'Allow', Action: '*', Resource: '*' };

/**
 * Texts of AWS's own policies, by ARN. AWS changes most of them at will, so those that only read stand here as more than
 * AWS allows: a proof that says denied holds whatever AWS adds to its reads, and one that says allowed must not rest on
 * them.
 */
const documents: Readonly<Record<string, readonly StatementDocument[]>> = {
  'arn:aws:iam::aws:policy/AdministratorAccess': [everything],
  'arn:aws:iam::aws:policy/ReadOnlyAccess': [broadReads],
  'arn:aws:iam::aws:policy/SecurityAudit': [broadReads],
  'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess': [broadReads],
  'arn:aws:iam::aws:policy/service-role/AWS_ConfigRole': [broadReads, configRecorderReads],
  ...documentedPolicies,
};

const place = (address: string) => ({ stack: 'aws', address, attribute: 'policy' });

const policies = new Map(Object.entries(documents).map(([arn, each]) => [arn, policyOf(each, place(arn))]));

/** AWS's own policy of that ARN; undefined where its text isn't known here. */
export function findManagedPolicy(arn: string): Policy | undefined {
  return policies.get(arn);
}

/** Attached by AWS to the root, every unit and every account: it allows what no other policy denies. */
export const fullAwsAccess: Policy = policyOf(everything, place('FullAWSAccess'));

/** What somebody may do whom the account's own policies don't limit. */
export const administratorAccess: Policy = policyOf(everything, place('AdministratorAccess'));
