import type { GrantTerms } from './grant-terms.ts';

/** `GrantBiReadsOrdersObjects`: letters and digits, as IAM wants them, so that a decision names the grant. */
export function sidOf({ name }: Pick<GrantTerms, 'name'>, part: string): string {
  return `Grant${pascal(name)}${part}`;
}

/** `bi-reads-orders` as `BiReadsOrders`. */
export const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
