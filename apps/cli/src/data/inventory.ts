import { type Inventory, type InventoryRow, inventoryOf, managementAccount } from '@bulkhead/inventory';
import { storeDirectory } from '@bulkhead/aws';
import { type Organization, enterpriseAccountName, enterpriseUnit, nearest, platformRoleArn } from '@bulkhead/model';
import { withAwsSession } from '../aws-session.ts';
import type { LoadedOrganization } from '../load-definition.ts';
import type { Progress } from '../progress.ts';
import { UserError } from '../user-error.ts';

/** What of the inventory is wanted; undefined wants all. */
export interface Wanted {
  readonly unit?: string | undefined;
  /** A class, or `untagged`. */
  readonly shownClass?: string | undefined;
}

/**
 * Asks the aggregator of AWS Config in shared services.
 *
 * @throws UserError for a unit that there is not, while the organization is not deployed, or when AWS can't be reached
 */
export async function readInventory(
  loaded: LoadedOrganization,
  wanted: Wanted,
  progress: Progress,
): Promise<Inventory> {
  const { organization, lock } = loaded;
  checkUnit(organization, wanted.unit);
  const name = enterpriseAccountName(organization.name, 'shared-services');
  const what = 'reading what AWS Config recorded';
  progress.start(what);
  const recorded = await withAwsSession(loaded, async (session) => {
    const accountId = lock.accounts?.[name]?.id;
    if (accountId === undefined)
      throw new UserError(`organization.lock.json does not name ${name} yet, deploy it first`);
    const directory = storeDirectory({
      client: session.config(accountId),
      aggregator: organization.name,
      role: platformRoleArn(accountId, 'inventory-reader'),
      region: organization.regions[0],
    });
    return { stores: await directory.list(), accountIds: await directory.recordedAccounts() };
  });
  progress.done(what);
  return only(inventoryOf(organization, lock, recorded), organization, wanted);
}

function checkUnit({ name, businessUnits }: Organization, unit: string | undefined): void {
  const units = [enterpriseUnit, ...businessUnits.map((each) => each.name)];
  if (unit === undefined || units.includes(unit)) return;
  const near = nearest(unit, units);
  const hint = near === undefined ? '' : `, did you mean ${near}?`;
  throw new UserError(`a unit of ${name} is one of ${units.join(', ')}, got: ${unit}${hint}`);
}

function only(inventory: Inventory, organization: Organization, { unit, shownClass }: Wanted): Inventory {
  const ofUnit = (each: string | undefined) => unit === undefined || each === unit;
  const unitOf = (account: string) =>
    organization.businessUnits.find(({ name }) => account.startsWith(`${organization.name}-${name}-`))?.name ??
    enterpriseUnit;
  return {
    ...inventory,
    stores: inventory.stores.filter((row) => ofUnit(row.unit) && isOfClass(row, shownClass)),
    missing: inventory.missing.filter((row) => ofUnit(row.unit) && (shownClass ?? row.data) === row.data),
    unseen: inventory.unseen.filter((account) => ofUnit(unitOf(account))),
  };
}

const isOfClass = ({ dataClass, standing }: InventoryRow, wanted: string | undefined) =>
  wanted === undefined || (wanted === 'untagged' ? standing === 'untagged' : dataClass === wanted);

/**
 * 0 all is well, 2 something has to be done, 1 an account is not seen: what has to be done may then not be all. Nothing
 * records the management account, in which no unit works.
 */
export function exitCodeOfInventory({ stores, missing, unseen }: Inventory): 0 | 1 | 2 {
  const wrong = stores.some(
    ({ standing, encryption }) => encryption === 'none' || (standing !== 'within' && standing !== 'not-told'),
  );
  if (wrong || missing.length > 0) return 2;
  return unseen.some((account) => account !== managementAccount) ? 1 : 0;
}
