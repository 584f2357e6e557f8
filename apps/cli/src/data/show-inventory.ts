import {
  type ClassStanding,
  type Inventory,
  type InventoryRow,
  type StoreEncryption,
  unrecordedKinds,
} from '@bulkhead/inventory';
import { type Column, renderTable, terminalWidth } from '../terminal.ts';
import { wrapped } from '../wrapped.ts';

const encryptions: Readonly<Record<StoreEncryption, string>> = {
  'customer-key': 'own key',
  'aws-key': "AWS's key",
  'some-key': 'a key',
  'service-default': "service's key",
  none: 'NONE',
  unknown: 'not told',
};

const columns: readonly Column<InventoryRow>[] = [
  { title: 'phase', cell: ({ phase, accountId }) => phase ?? accountId },
  { title: 'store', cell: shortName },
  { title: 'type', cell: ({ kind }) => kind, leaveOut: 2 },
  { title: 'class', cell: classOf },
  { title: 'encryption', cell: ({ encryption }) => encryptions[encryption] },
  { title: 'Region', cell: ({ region }) => region, leaveOut: 3 },
];

/** Unit and phase stand beside it: account and its id, which make names of buckets unique, say nothing more. */
function shortName({ name, account, accountId }: InventoryRow): string {
  const isOwn = account !== undefined && name.startsWith(`${account}-`);
  return name.slice(isOwn ? account.length + 1 : 0).replace(new RegExp(`-${accountId}$`), '');
}

function classOf({ standing, dataClass }: InventoryRow): string {
  if (standing === 'untagged') return 'UNTAGGED';
  if (standing === 'not-told') return 'not told';
  return standing === 'above' ? `${dataClass ?? ''} (ABOVE)` : (dataClass ?? '');
}

/** An inventory for a terminal: what has to be done first, then every store by unit. */
export function renderInventory(inventory: Inventory, width: number = terminalWidth()): string {
  const { organization, stores, missing, unseen } = inventory;
  const line = (text: string) => wrapped(text, width);
  const newest = stores.map(({ recordedAt }) => recordedAt).reduce((a, b) => (a > b ? a : b), '');
  const when = newest === '' ? '' : `, the newest at ${newest.slice(0, 16).replace('T', ' ')} UTC`;
  const listed = (title: string, items: readonly string[]) =>
    items.length === 0 ? '' : [line(`${title}:`), ...items.map((item) => line(`  ${item}`))].join('\n');
  const standing = (...wanted: readonly ClassStanding[]) => stores.filter((row) => wanted.includes(row.standing));
  const parts = [
    line(`${organization}: stores as AWS Config recorded them${when}`),
    listed('untagged, so that nobody knows what they hold', standing('untagged').map(placed)),
    listed(
      'tagged with what is no class',
      standing('no-class').map((row) => `${placed(row)}: ${row.dataClass ?? ''}`),
    ),
    listed(
      'above the class of their account',
      standing('above').map(
        (row) => `${placed(row)}: ${row.dataClass ?? ''} where the most is ${row.accountClass ?? ''}`,
      ),
    ),
    listed('not encrypted', stores.filter(({ encryption }) => encryption === 'none').map(placed)),
    listed(
      'in the definition and not recorded, deploy them or wait some minutes',
      missing.map(({ account, name, kind, data }) => `${account} ${name}: ${kind}, ${data}`),
    ),
    table(stores, width),
    listed('nothing is recorded, so that what is there is not seen', unseen),
    line(summaryOf(inventory)),
    line(`not seen either, since AWS Config's queries know no such types: ${unrecordedKinds.join(', ')}`),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const placed = ({ account, accountId, name }: InventoryRow) => `${account ?? accountId} ${name}`;

function table(stores: readonly InventoryRow[], width: number): string {
  if (stores.length === 0) return 'no store is recorded';
  const elsewhere = 'accounts that are not in the definition';
  const headings = [...new Set(stores.map(({ unit }) => unit ?? elsewhere))];
  const sections = headings.map((heading) => ({
    heading,
    rows: stores.filter(({ unit }) => (unit ?? elsewhere) === heading),
  }));
  return renderTable(columns, sections, width);
}

function summaryOf({ stores, missing }: Inventory): string {
  const count = (standing: ClassStanding) => stores.filter((row) => row.standing === standing).length;
  const unencrypted = stores.filter(({ encryption }) => encryption === 'none').length;
  return [
    `of ${stores.length} ${stores.length === 1 ? 'store' : 'stores'} ${count('untagged') + count('no-class')} without a class`,
    `${count('above')} above the class of their account`,
    `${unencrypted} not encrypted`,
    ...(missing.length === 0 ? [] : [`${missing.length} of the definition not recorded`]),
  ].join(', ');
}
