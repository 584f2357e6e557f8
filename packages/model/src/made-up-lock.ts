import { createHash } from 'node:crypto';
import { accountsOf } from './accounts.ts';
import type { Lock } from './lock.ts';
import type { Organization } from './organization.ts';
import { organizationalUnitsOf } from './organizational-units.ts';
import { usedRegions } from './used-regions.ts';

/**
 * A lock with ids made up for all that AWS hasn't chosen yet, so that every stack can be synthesized to look at. Ids that
 * stand in the lock stay; the same name always gets the same made-up id. Nothing may be deployed with it.
 */
export function madeUpLock(organization: Organization, lock: Lock): Lock {
  const accounts = accountsOf(organization);
  const regions = usedRegions(organization);
  const shared = lock.sharedServices ?? {};
  const hub = accounts.find(({ kind }) => kind === 'shared-services')?.name ?? '';
  const hubId = lock.accounts?.[hub]?.id ?? accountId(hub);
  const center = lock.identityCenter;
  return {
    ...lock,
    organization: {
      id: `o-${hex(organization.name, 10)}`,
      rootId: `r-${hex(organization.name, 4)}`,
      managementAccountId: accountId(`${organization.name} management`),
      deployer: true,
      securityAdministered: true,
      ...lock.organization,
    },
    organizationalUnits: {
      ...byName(organizationalUnitsOf(organization), (path) => `ou-${hex(organization.name, 4)}-${hex(path, 8)}`),
      ...lock.organizationalUnits,
    },
    accounts: {
      ...byName(
        accounts.map(({ name }) => name),
        (name) => ({ id: accountId(name), deployer: true }),
      ),
      ...lock.accounts,
    },
    sharedServices: {
      keys: { ...byName(regions, (region) => `arn:aws:kms:${region}:${hubId}:key/${uuid(region)}`), ...shared.keys },
      sinks: { ...byName(regions, (region) => `arn:aws:oam:${region}:${hubId}:sink/${uuid(region)}`), ...shared.sinks },
      detectors: { ...byName(regions, (region) => hex(region, 32)), ...shared.detectors },
    },
    ...(organization.enterprise.signIn === 'identity-center' && {
      identityCenter: {
        instanceArn: `arn:aws:sso:::instance/ssoins-${hex(organization.name, 16)}`,
        identityStoreId: `d-${hex(organization.name, 10)}`,
        region: organization.regions[0],
        ...center,
        ...(center?.groups && {
          groups: {
            ...byName(
              organization.groups.map(({ name }) => name),
              uuid,
            ),
            ...center.groups,
          },
        }),
      },
    }),
  };
}

const byName = <Value>(names: readonly string[], valueOf: (name: string) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)]));

const digest = (name: string) => createHash('sha256').update(name).digest('hex');
const hex = (name: string, length: number) => digest(name).slice(0, length);
const uuid = (name: string) => digest(name).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** Starts with 9, so that people see that AWS didn't choose it. */
const accountId = (name: string) => `9${(BigInt(`0x${digest(name)}`) % 100_000_000_000n).toString().padStart(11, '0')}`;
