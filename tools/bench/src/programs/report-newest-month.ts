import { openBillingExport } from '@bulkhead/billing-exports';
import { parseOrganization } from '@bulkhead/model';
import { organizationAttribution, reportMonth } from '@bulkhead/spend';
import { generatedLock } from '../generated-lock.ts';
import { generatedOrganization } from '../generated-organization.ts';
import { reportWork } from '../work-report.ts';

// Arguments: how many runtime accounts the organization has, and its export.
const [accounts = '', ...paths] = process.argv.slice(2);
await reportWork(async () => {
  const organization = parseOrganization(generatedOrganization(Number(accounts)));
  const attribution = organizationAttribution(organization, generatedLock(organization));
  const source = await openBillingExport(paths);
  const month = (await source.describe()).months.at(-1) ?? '';
  const report = await reportMonth({ organization: organization.name, month, metric: 'billed', attribution, source });
  await source.close();
  return { rows: report.source.rows, total: null };
});
