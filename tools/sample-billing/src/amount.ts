/**
 * A decimal with ten places as an integer: 1 USD, or one unit of a quantity, is 10,000,000,000.
 *
 * AWS prints costs with up to ten places; integers keep sums exact, whatever their order.
 */
export type Amount = bigint;

const places = 10;
export const one: Amount = 10n ** BigInt(places);

/** Reads `12`, `-0.0000166667`, …; throws on anything else or on more than ten decimal places. */
export function parseAmount(text: string): Amount {
  const parts = /^(-?)(\d+)(?:\.(\d{1,10}))?$/.exec(text);
  if (!parts) throw new Error(`an amount is a decimal with at most ${places} decimal places, got: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = parts;
  const digits = BigInt(whole + fraction.padEnd(places, '0'));
  return sign === '-' ? -digits : digits;
}

/** Plain decimal notation without trailing zeros: `12`, `-0.0000166667`. */
export function formatAmount(amount: Amount): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction && `.${fraction}`}`;
}

/**
 * The double whose shortest decimal is the amount, as long as the amount has at most 15 significant digits.
 *
 * Below 2^53 both integers are exact and IEEE 754 rounds their quotient correctly, which is faster than reading text.
 */
export function amountToDouble(amount: Amount): number {
  const integer = Number(amount);
  return Number.isSafeInteger(integer) ? integer / Number(one) : Number(formatAmount(amount));
}

/** Price times quantity; throws if the product needs more than ten decimal places. */
export function multiply(price: Amount, quantity: Amount): Amount {
  const product = price * quantity;
  if (product % one !== 0n) {
    throw new Error(`${formatAmount(price)} x ${formatAmount(quantity)} has more than ${places} decimal places`);
  }
  return product / one;
}

/** The nearest amount with so many decimal places; halves away from zero. */
export function roundAmount(amount: Amount, decimals: number): Amount {
  const unit = 10n ** BigInt(places - decimals);
  const half = amount < 0n ? -unit / 2n : unit / 2n;
  return ((amount + half) / unit) * unit;
}

/** So many percent of an amount, to the nearest cent. */
export function percentInCents(amount: Amount, percent: bigint): Amount {
  return roundAmount((amount * percent) / 100n, 2);
}

/** An estimate as an amount with so many decimal places; `estimate` x 10^`decimals` has to be a safe integer. */
export function amountFrom(estimate: number, decimals: number): Amount {
  return BigInt(Math.round(estimate * 10 ** decimals)) * 10n ** BigInt(places - decimals);
}

/** Decimal places that a text spells out: 4 for `0.0230`. */
export function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}
