import { type Grant, type Lock, type Organization, granteeArn, storeArn } from '@bulkhead/model';

/** The grants of an organization, or those from and to one of its units. */
export function selectedGrants({ grants }: Organization, unit: string | undefined): readonly Grant[] {
  return unit === undefined ? grants : grants.filter(({ from, to }) => from.unit === unit || to.unit === unit);
}

/** Grants as data, for `--json`; ARNs are null until both accounts are deployed. */
export function grantsJson(organization: string, grants: readonly Grant[], { accounts = {} }: Lock): unknown {
  return {
    organization,
    grants: grants.map((grant) => {
      const { name, from, to, what, reason, until } = grant;
      const [fromId, toId] = [accounts[from.account]?.id, accounts[to.account]?.id];
      return {
        name,
        what,
        from: {
          unit: from.unit,
          phase: from.phase,
          account: from.account,
          role: from.role,
          arn: fromId === undefined ? null : granteeArn(grant, fromId),
        },
        to: {
          unit: to.unit,
          phase: to.phase,
          account: to.account,
          store: to.name,
          kind: to.kind,
          data: to.data,
          region: to.region,
          arn: toId === undefined ? null : storeArn(to, toId),
        },
        until: until ?? null,
        reason,
      };
    }),
  };
}
