import {
  type Account,
  type Lock,
  type Organization,
  type PoolCeiling,
  accountsOf,
  closedAccountsOf,
  isClosing,
  limitsOf,
  organizationalUnitsOf,
} from '@bulkhead/model';
import { type Column, renderTable, terminalWidth, withSeparators } from './terminal.ts';

const none = '-';

const columns: readonly Column<Account>[] = [
  { title: 'account', cell: ({ name }) => name },
  { title: 'unit', cell: ({ unit }) => unit },
  { title: 'phase', cell: ({ phase }) => phase, leaveOut: 2 },
  { title: 'organizational unit', cell: ({ organizationalUnit }) => organizationalUnit, leaveOut: 4 },
  { title: 'data', cell: ({ dataClass }) => dataClass },
  { title: 'vCPU cap', align: 'right', cell: (account) => ceilings(account) },
  { title: 'of which', cell: (account) => caps(account), leaveOut: 5 },
  { title: 'USD a month', align: 'right', cell: ({ budget }) => (budget ? withSeparators(budget.amount) : none) },
];

/** The organization as a table: every account by organizational unit, what it may use and spend. */
export function renderOrganization(organization: Organization, width: number = terminalWidth()): string {
  const accounts = accountsOf(organization);
  const [home, ...further] = organization.regions;
  const sections = organizationalUnitsOf(organization)
    .map((path) => ({ heading: path, rows: accounts.filter((account) => account.organizationalUnit === path) }))
    .filter(({ rows }) => rows.length > 0);
  const regions = `home ${home}${further.length > 0 ? `, further ${further.join(', ')}` : ''}`;
  const counts = [
    count(accounts.length, 'account'),
    count(organization.businessUnits.length, 'business unit'),
    count(organization.phases.length, 'phase'),
  ];
  const title = `${organization.name}: ${counts.join(', ')}`;
  const separator = title.length + regions.length + 2 > width ? '\n' : ', ';
  const closed = closedAccountsOf(organization).map(({ name }) => name);
  const last = closed.length === 0 ? '' : `\nclosed: ${closed.join(', ')}\n`;
  return `${title}${separator}${regions}\n\n${renderTable(columns, sections, width)}\n${last}`;
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

const limits = (account: Account) => (account.kind === 'runtime' && !isClosing(account) ? limitsOf(account) : []);

const ceilings = (account: Account) =>
  limits(account).length === 0
    ? none
    : limits(account)
        .map(({ pool, vcpu }) => `${pool.name === 'standard' ? '' : `${pool.name} `}${withSeparators(String(vcpu))}`)
        .join(', ');

const caps = (account: Account) => limits(account).flatMap(capsOf).join(', ');

const capsOf = ({ caps: each, otherVcpu }: PoolCeiling) => [
  ...each.map(({ atMost, instanceType }) => `${atMost} ${instanceType}`),
  ...(otherVcpu > 0 ? [`${otherVcpu} vCPU of others`] : []),
];

/** The organization's accounts as data, for `--json`; ids are null until they are deployed. */
export function organizationJson(organization: Organization, lock: Lock): unknown {
  return {
    organization: organization.name,
    id: lock.organization?.id ?? null,
    managementAccountId: lock.organization?.managementAccountId ?? null,
    regions: organization.regions,
    accounts: accountsOf(organization).map((account) => ({
      name: account.name,
      id: lock.accounts?.[account.name]?.id ?? null,
      kind: account.kind,
      unit: account.unit,
      phase: account.phase,
      organizationalUnit: account.organizationalUnit,
      email: account.email,
      regions: account.regions,
      dataClass: account.dataClass,
      tags: account.tags,
      protect: account.protect,
      budget: account.budget?.amount ?? null,
      limits: limits(account).map(({ pool, vcpu, perRegion, caps: each, otherVcpu }) => ({
        pool: pool.name,
        quotaCode: pool.onDemandQuotaCode,
        vcpu,
        perRegion,
        otherVcpu,
        caps: each,
      })),
    })),
  };
}
