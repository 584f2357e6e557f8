import { join } from 'node:path';
import { writeSampleExport } from '@bulkhead/sample-billing';
import { countSynthesized } from './count-synthesized.ts';
import { bulkhead, nx, readCommand, showCommand } from './run-command.ts';
import { type ShownOrganization, sampleInput } from './sample-input.ts';
import { step, withSpinner } from './steps.ts';

/** Last month of the generated export. Fixed: the tour shows the same figures on any day. */
const lastMonth = '2026-10';

/** Takes an organization through the product: its accounts, its Terraform, its monthly report. */
export async function takeTour(organization: string, workspace: string): Promise<void> {
  const show = bulkhead('show', '--org', organization);
  step(1, `the organization, as it follows from apps/${organization}/src/organization.ts`, show.shown);
  await showCommand(show, workspace);

  const synth = nx('synth', organization);
  step(2, 'Terraform for every account', synth.shown);
  const terraform = join('apps', organization, 'cdktf.out');
  await withSpinner('synthesizing', async () => {
    await readCommand(synth, workspace);
    const { stacks, resources, bytes } = await countSynthesized(join(workspace, terraform));
    return `${stacks} ${stacks === 1 ? 'stack' : 'stacks'}, ${resources} resources, ${Math.round(bytes / 1000)} kB in ${join(terraform, 'stacks')}`;
  });

  const exported = join('out', organization, 'billing-export');
  const report = bulkhead(
    ...['spend', 'report', '--org', organization, '--month', lastMonth],
    ...['--export', exported, '--out', join('out', organization, lastMonth)],
  );
  step(3, 'the monthly report by business unit and phase, from a generated FOCUS export', report.shown);
  const shown = JSON.parse(
    await readCommand(bulkhead('show', '--org', organization, '--json'), workspace),
  ) as ShownOrganization;
  await withSpinner('generating 14 months of billing', async (say) => {
    const { rows, bytes, files } = await writeSampleExport(sampleInput(shown, lastMonth), join(workspace, exported), {
      onMonth: (month) => say(`generating 14 months of billing, ${month}`),
    });
    return `${rows} rows, ${(bytes / 1e6).toFixed(1)} MB, ${files.length} files in ${exported}`;
  });
  await showCommand(report, workspace);
  process.stdout.write(`\nOpen ${join('out', organization, lastMonth, 'report.html')} in a browser.\n`);
}
