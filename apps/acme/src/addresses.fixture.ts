import { type Organization, stacksOf } from '@bulkhead/model';
import type { SynthesizedStack } from './synthesized.fixture.ts';

/** Where the addresses stand that people have reviewed. */
export const addressesFile = new URL('../src/__golden__/addresses.txt', import.meta.url);

/** The address of every resource, by stack in the order of deployment. */
export function renderAddresses(
  organization: Organization,
  stacks: Readonly<Record<string, Pick<SynthesizedStack, 'resources'>>>,
): string {
  const lines = stacksOf(organization).flatMap(({ name }) => [
    name,
    ...Object.keys(stacks[name]?.resources ?? {})
      .sort()
      .map((address) => `  ${address}`),
  ]);
  return `${lines.join('\n')}\n`;
}
