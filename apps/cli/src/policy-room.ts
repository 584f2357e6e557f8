import {
  GuardrailOverflowError,
  type OrganizationIds,
  type TargetUsage,
  freezePoliciesOf,
  organizationPolicies,
  policyLimits,
  targetName,
} from '@bulkhead/guardrails';
import { type Lock, type Organization, madeUpLock } from '@bulkhead/model';
import { UserError } from './user-error.ts';

/** What an organization's guardrails take of AWS's limits. */
export interface PolicyRoom {
  readonly organization: string;
  readonly setting: Organization['enterprise']['policyLimits'];
  readonly usage: readonly TargetUsage[];
  readonly freezes: readonly {
    readonly name: string;
    readonly policies: 1;
    readonly bytes: number;
    readonly bytesLeft: number;
  }[];
}

/**
 * Compiles every guardrail of an organization.
 *
 * @throws UserError with every target whose guardrails don't fit
 */
export function policyRoomOf(organization: Organization, lock: Lock): PolicyRoom {
  const setting = organization.enterprise.policyLimits;
  const { bytesPerPolicy } = policyLimits[setting].SERVICE_CONTROL_POLICY;
  try {
    const { usage } = organizationPolicies(organization, idsIn(madeUpLock(organization, lock)));
    const freezes = freezePoliciesOf(organization).map(({ name, content }) => {
      const bytes = Buffer.byteLength(content);
      return { name, policies: 1, bytes, bytesLeft: bytesPerPolicy - bytes } as const;
    });
    return { organization: organization.name, setting, usage, freezes };
  } catch (error) {
    throw error instanceof GuardrailOverflowError
      ? new UserError(`${organization.name}: ${error.message}`, { cause: error })
      : error;
  }
}

/** Of a lock that has an id of everything: made-up ones are as long as those that AWS will choose. */
const idsIn = ({ organization, accounts = {} }: Lock): OrganizationIds => ({
  organizationId: organization?.id ?? '',
  managementAccountId: organization?.managementAccountId ?? '',
  accountIds: new Map(Object.entries(accounts).map(([name, { id }]) => [name, id])),
});

/** The room as data, for `--json`. */
export function policyRoomJson({ usage, ...room }: PolicyRoom): unknown {
  return {
    ...room,
    targets: usage.map(({ target, ...rest }) => ({ target: targetName(target), kind: target.kind, ...rest })),
  };
}
