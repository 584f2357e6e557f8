import { AwsError } from './aws-error.ts';

const encode = (offset: number) => Buffer.from(JSON.stringify({ offset })).toString('base64url');

function decode(token: string, refusal: (message: string) => AwsError): number {
  try {
    const { offset } = JSON.parse(Buffer.from(token, 'base64url').toString()) as { offset: unknown };
    if (typeof offset === 'number') return offset;
  } catch {
    // falls through: a token that nobody gave out is refused like one that expired
  }
  throw refusal(`Invalid pagination token: ${token}`);
}

/**
 * One page of a list.
 *
 * @param emptyFirst Whether an empty page with a token comes before each page that has items.
 */
export function pageOf<Item>(
  items: readonly Item[],
  size: number,
  token: string | undefined,
  { emptyFirst = false, code = 'InvalidInputException' }: { emptyFirst?: boolean; code?: string } = {},
): { readonly page: Item[]; readonly next: string | undefined } {
  const at = token === undefined ? 0 : decode(token, (message) => new AwsError(code, message));
  // Halves stand for the empty page before an offset.
  const offset = emptyFirst && token === undefined ? -0.5 : at;
  if (!Number.isInteger(offset)) return { page: [], next: encode(offset + 0.5) };
  const end = offset + size;
  const next = end < items.length ? encode(emptyFirst ? end - 0.5 : end) : undefined;
  return { page: items.slice(offset, end), next };
}

/** `{ NextToken }` where there is one: the SDK's types know no explicit undefined in some services. */
export const withToken = (next: string | undefined) => (next === undefined ? {} : { NextToken: next });
