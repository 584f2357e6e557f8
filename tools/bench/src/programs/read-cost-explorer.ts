import { costExplorerChargeSource, openAwsSession } from '@bulkhead/aws';
import { platformRoleArn } from '@bulkhead/model';
import type { ExplorerReport } from '../limits-figures.ts';
import { loadSubject } from '../subject.ts';

// Everything that a report asks Cost Explorer for: 14 months by account and record type, and their totals. Argument: the
// subject.
const { organization, managementAccountId, deliveryAccountId } = await loadSubject(process.argv[2] ?? '');
const session = openAwsSession({
  deliveryAccountId,
  homeRegion: organization.regions[0],
  timeouts: { connection: 3_000, request: 300_000 },
});
const source = costExplorerChargeSource({
  client: session.costExplorer(managementAccountId),
  role: platformRoleArn(managementAccountId, 'spend-reader'),
  lastMonth: '2026-10',
});
const { rows, months } = await source.describe();
await source.total({ metric: 'billed', month: months.at(-1) ?? '' });
session.close();
process.stdout.write(
  JSON.stringify({ groups: rows, months: months.length, pages: source.billedPages() } satisfies ExplorerReport),
);
