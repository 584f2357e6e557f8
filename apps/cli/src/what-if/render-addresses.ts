import { coloursFor } from '../colours.ts';
import { wrapped } from '../wrapped.ts';
import type { GoneAddress, StackAddresses } from './compare-addresses.ts';

/**
 * What becomes of Terraform's addresses, by stack: what moves, goes and comes; of stacks that come or go it is counted.
 *
 * @param closed accounts whose stacks went with them
 */
export function renderAddresses(
  stacks: readonly StackAddresses[],
  closed: readonly string[],
  width: number,
): readonly string[] {
  const { bold, green, red, yellow } = coloursFor(process.stdout);
  const paint = { '+': green, '-': red, '~': yellow } as const;
  const line = (sign: keyof typeof paint, text: string) =>
    `    ${paint[sign](sign)} ${wrapped(`      ${text}`, width).slice(6)}`;
  const lines = stacks.flatMap((each) => [
    wrapped(`  ${headingOf(each, closed)}`, width),
    ...each.moved.map(({ from, to }) => line('~', `${from} is now ${to}: add a moved block, or it is made anew`)),
    ...each.gone.filter((gone) => each.is !== 'gone' || gone.protected).map((gone) => line('-', goneText(each, gone))),
    ...(each.is === 'new' ? [] : each.added.map((address) => line('+', address))),
  ]);
  const none = lines.length === 0 ? ['  no address changes, comes or goes'] : lines;
  return [`${bold('Terraform')}\n${none.join('\n')}\n`];
}

function headingOf({ stack, is, added, gone, changed }: StackAddresses, closed: readonly string[]): string {
  if (is === 'new') return `${stack}: a new stack, ${resources(added.length)}`;
  if (is === 'gone' && closed.includes(stack)) {
    return `${stack}: its stack goes, ${resources(gone.length)} went with the account that a person closed`;
  }
  if (is === 'gone') {
    return (
      `${stack}: its stack goes, ${resources(gone.length)} stay in AWS and nobody manages them: ` +
      `where it isn't protected, run bulkhead destroy ${stack} first`
    );
  }
  return changed.length === 0 ? stack : `${stack}: ${resources(changed.length)} would change in place or be replaced`;
}

function goneText({ is }: StackAddresses, { address, protected: isProtected }: GoneAddress): string {
  if (!isProtected) return address;
  return `${address}: ${is === 'gone' ? 'protected' : 'destroyed, deploy refuses that unless it is named'}`;
}

const resources = (count: number) => (count === 1 ? '1 resource' : `${count} resources`);
