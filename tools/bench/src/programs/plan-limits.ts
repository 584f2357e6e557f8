import { awsSources, openAwsSession } from '@bulkhead/aws';
import { planOrganization } from '@bulkhead/controller';
import type { PlanReport } from '../limits-figures.ts';
import { loadSubject } from '../subject.ts';

// Plans as `bulkhead limits plan` does, at the AWS that the environment names. Argument: the subject.
const { organization, lock, managementAccountId, deliveryAccountId } = await loadSubject(process.argv[2] ?? '');
const session = openAwsSession({ deliveryAccountId, homeRegion: organization.regions[0] });
const start = performance.now();
const { limits, summary } = await planOrganization({
  organization,
  lock,
  sources: awsSources(session, { managementAccountId, deliveryAccountId }),
  now: new Date().toISOString(),
  guardDeployed: false,
});
const work = performance.now() - start;
session.close();
const unread = limits.filter(({ granted, pending, usage }) => !(granted.known && pending.known && usage.known)).length;
const places = new Set(limits.map(({ account, region }) => `${account} ${region}`)).size;

process.stdout.write(JSON.stringify({ work, places, actions: summary.actions, unread } satisfies PlanReport));
