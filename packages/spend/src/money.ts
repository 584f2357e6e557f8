import Big from 'big.js';

// A constructor of our own, so that nobody's settings of big.js reach the sums.
const Decimal = Big();

/** An amount that is no decimal number: a fault of the source's adapter, so it names the text it got. */
export class AmountError extends Error {
  override readonly name = 'AmountError';
}

/** The exact value of a decimal text. Rejects with `AmountError` for anything else. */
export function parseAmount(text: string): Big {
  try {
    return new Decimal(text);
  } catch (cause) {
    throw new AmountError(`an amount has to be a decimal number, got: ${JSON.stringify(text)}`, { cause });
  }
}

/** The one spelling of an amount: plain notation, no trailing zeros, `0` and never `-0`. */
export function canonical(amount: Big): string {
  return amount.toFixed();
}

/** The exact sum, `0` for no amounts. */
export function sum(amounts: Iterable<string>): string {
  let total = new Decimal(0);
  for (const amount of amounts) total = total.plus(parseAmount(amount));
  return canonical(total);
}

/** `a - b`, exactly. */
export function subtract(a: string, b: string): string {
  return canonical(parseAmount(a).minus(parseAmount(b)));
}

/** The amount without its sign. */
export function magnitude(amount: string): string {
  return canonical(parseAmount(amount).abs());
}

/** Orders amounts ascending. */
export function compareAmounts(a: string, b: string): -1 | 0 | 1 {
  return parseAmount(a).cmp(parseAmount(b));
}

/** Exact sums by key, in the order in which the keys are first seen. */
export function sumBy<Item extends { readonly cost: string }, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, string> {
  const sums = new Map<Key, Big>();
  for (const item of items) {
    const key = keyOf(item);
    sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(parseAmount(item.cost)));
  }
  return new Map([...sums].map(([key, amount]) => [key, canonical(amount)]));
}
