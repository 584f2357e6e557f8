import type { Organization } from '@bulkhead/model';
import { declarativeEc2 } from './declarative-ec2.ts';
import type { SettingsPolicyType } from './policy-type.ts';
import { tagPolicy } from './tag-policy.ts';

/** A policy at the root that holds settings for every account, no statements. */
export interface RootSettings {
  readonly type: SettingsPolicyType;
  /** Last part of the policy's name. */
  readonly name: string;
  readonly document: unknown;
}

/** Settings of every account of an organization. */
export function settingsOf(organization: Organization): readonly RootSettings[] {
  return [
    { type: 'DECLARATIVE_POLICY_EC2', name: 'ec2', document: declarativeEc2() },
    { type: 'TAG_POLICY', name: 'tags', document: tagPolicy(organization) },
  ];
}
