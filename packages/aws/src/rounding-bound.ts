import Big from 'big.js';

/** Decimal places to which Cost Explorer gives amounts; observed in answers, not documented. */
const places = 10;

/**
 * The most by which so many rounded groups and a rounded total can differ: one unit of the last place each, which
 * holds whether AWS rounds or cuts off. Decimal text.
 */
export function roundingBound(groups: number): string {
  const unit = new Big(1).div(new Big(10).pow(places));
  return unit.times(groups + 1).toFixed();
}
