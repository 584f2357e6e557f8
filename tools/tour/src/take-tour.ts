import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalAws, startLocalAws } from '@bulkhead/local-aws';
import { type SampleInput, writeSampleExport } from '@bulkhead/sample-billing';
import { countSynthesized } from './count-synthesized.ts';
import { deployedWorld } from './deployed-world.ts';
import { monthBefore } from './month-before.ts';
import { bulkhead, nx, readCommand, showCommand } from './run-command.ts';
import { step, withSpinner } from './steps.ts';

export interface TourOptions {
  readonly organization: string;
  readonly workspace: string;
  /** Day in UTC, `YYYY-MM-DD`. The tour reports the month before it, the last one that is over. */
  readonly today: string;
}

/**
 * Takes an organization through the product: its accounts, its Terraform, its limits, its spend, its data. Whatever calls AWS calls
 * the one that is started here.
 *
 * @returns the AWS, still running
 */
export async function takeTour({ organization, workspace, today }: TourOptions): Promise<LocalAws> {
  const show = bulkhead('show', '--org', organization);
  step(1, `the organization, as it follows from apps/${organization}/src/organization.ts`, show.shown);
  await showCommand(show, workspace);

  await synthesize(organization, workspace);
  const { world, billing } = deployedWorld(join(workspace, 'apps', organization), organization, today);
  const aws = await startLocalAws(world);
  try {
    await keepLimits(organization, workspace, aws);
    await listStores(organization, workspace, aws);
    await reportSpend(organization, workspace, aws, billing);
  } catch (error) {
    await aws.close();
    throw error;
  }
  return aws;
}

async function synthesize(organization: string, workspace: string): Promise<void> {
  const synth = nx('synth', organization);
  step(2, 'Terraform for every account', synth.shown);
  const terraform = join('apps', organization, 'cdktf.out');
  await withSpinner('synthesizing', async () => {
    await readCommand(synth, workspace);
    const { stacks, resources, bytes } = await countSynthesized(join(workspace, terraform));
    return `${stacks} ${stacks === 1 ? 'stack' : 'stacks'}, ${resources} resources, ${Math.round(bytes / 1000)} kB in ${join(terraform, 'stacks')}`;
  });
}

/** Exit codes of `limits plan` and `limits apply`: nothing to do, changes, only waiting. */
const planned = [0, 2, 3];

async function keepLimits(organization: string, workspace: string, aws: LocalAws): Promise<void> {
  const plan = bulkhead('limits', 'plan', '--org', organization);
  const apply = bulkhead('limits', 'apply', '--org', organization);
  const { environment } = aws;
  step(3, 'limits: what phases allow, beside what AWS grants (an AWS of this machine)', plan.shown);
  await showCommand(plan, workspace, { environment, exitCodes: planned });
  step(4, 'AWS is asked for the quotas that are missing', apply.shown);
  await showCommand(apply, workspace, { environment, exitCodes: planned });
  step(5, 'planned again, there is nothing to do but to wait', plan.shown);
  await showCommand(plan, workspace, { environment, exitCodes: [0, 3] });
}

async function listStores(organization: string, workspace: string, aws: LocalAws): Promise<void> {
  const inventory = bulkhead('data', 'inventory', '--org', organization);
  step(6, 'where data is, as AWS Config recorded it, and what is untagged or where it must not be', inventory.shown);
  await showCommand(inventory, workspace, { environment: aws.environment });
}

async function reportSpend(
  organization: string,
  workspace: string,
  aws: LocalAws,
  billing: SampleInput,
): Promise<void> {
  const month = monthBefore(billing.lastMonth);
  const exported = join('out', organization, 'billing-export');
  const folder = join('out', organization, month);
  const wanted = ['spend', 'report', '--org', organization, '--month', month];
  const fromExport = bulkhead(...wanted, '--export', exported, '--out', folder);
  step(7, 'the monthly report by business unit and phase, from a generated FOCUS export', fromExport.shown);
  await withSpinner('generating 14 months of billing', async (say) => {
    // months that an earlier tour wrote are another bill's
    await rm(join(workspace, exported), { recursive: true, force: true });
    const { rows, bytes, files } = await writeSampleExport(billing, join(workspace, exported), {
      onMonth: (each) => say(`generating 14 months of billing, ${each}`),
    });
    return `${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${files.length} files in ${exported}`;
  });
  await showCommand(fromExport, workspace);

  const explorer = ['--source', 'cost-explorer', '--out', join('out', organization, `${month}-cost-explorer`)];
  const fromExplorer = bulkhead(...wanted, ...explorer);
  step(8, 'the same month from Cost Explorer, to the same last digit', fromExplorer.shown);
  await showCommand(fromExplorer, workspace, { environment: aws.environment });

  const status = bulkhead('spend', 'status', '--org', organization);
  step(9, 'this month so far, beside its budgets', status.shown);
  await showCommand(status, workspace, { environment: aws.environment, exitCodes: [0, 2] });
  process.stdout.write(`\nOpen ${join(folder, 'report.html')} in a browser.\n`);
}
