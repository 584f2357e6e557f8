import Table from 'cli-table3';
import { type AccountSize, type Span, phaseSizesOf } from './account-sizes.ts';
import { formatCount } from './render-comparisons.ts';

const span = ({ lowest, highest }: Span) =>
  lowest === highest ? formatCount(lowest) : `${formatCount(lowest)} to ${formatCount(highest)}`;

/** A table for people: what a runtime account of each phase takes, from the smallest to the largest of acme's. */
export function renderAccountSizes(sizes: readonly AccountSize[]): string {
  const table = new Table({
    head: ['runtime accounts of acme', 'accounts', 'Regions each', 'resources each', 'bytes of Terraform each'],
    style: { head: [], border: [] },
  });
  for (const { phase, accounts, regions, resources, bytes } of phaseSizesOf(sizes)) {
    table.push([phase, formatCount(accounts), span(regions), span(resources), span(bytes)]);
  }
  return table.toString();
}
