import fc from 'fast-check';
import {
  amountFrom,
  amountToDouble,
  formatAmount,
  multiply,
  parseAmount,
  percentInCents,
  roundAmount,
} from './amount.ts';

test.each([
  ['0', 0n],
  ['1', 10_000_000_000n],
  ['-0.0000000001', -1n],
  ['300000.25', 3_000_002_500_000_000n],
])('%s is read as %s ten-billionths and printed as it was', (text, amount) => {
  expect(parseAmount(text)).toBe(amount);
  expect(formatAmount(amount)).toBe(text);
});

test.each(['', '1.', '.5', '1e3', '0.00000000001', '1,5'])('%p is no amount', (text) => {
  expect(() => parseAmount(text)).toThrow(`got: ${text}`);
});

test('an amount of up to 15 significant digits is the shortest decimal of its double', () => {
  fc.assert(
    fc.property(
      fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n),
      fc.integer({ min: 0, max: 6 }),
      (digits, zeros) => {
        const amount = digits * 10n ** BigInt(zeros);
        // JavaScript prints small numbers with an exponent; ten fixed places are exact here too.
        const printed = amountToDouble(amount).toFixed(10);
        expect(Math.abs(Number(formatAmount(amount)))).toBe(Math.abs(amountToDouble(amount)));
        if (zeros === 0) expect(parseAmount(printed)).toBe(amount);
      },
    ),
  );
});

test('a product that ten decimal places cannot hold is refused, not rounded', () => {
  expect(multiply(parseAmount('0.0230'), parseAmount('1.00001'))).toBe(parseAmount('0.02300023'));
  expect(() => multiply(parseAmount('0.0000000001'), parseAmount('0.5'))).toThrow('more than 10 decimal places');
});

test.each([
  ['1.005', 2, '1.01'],
  ['-1.005', 2, '-1.01'],
  ['1.0049999999', 2, '1'],
  ['0.5', 0, '1'],
])('%s rounded to %i places is %s: halves go away from zero', (text, decimals, rounded) => {
  expect(formatAmount(roundAmount(parseAmount(text), decimals))).toBe(rounded);
});

test('a percentage is a whole number of cents', () => {
  expect(percentInCents(parseAmount('33.3333'), 8n)).toBe(parseAmount('2.67'));
});

test('an estimate becomes an amount with the places that are asked for', () => {
  expect(formatAmount(amountFrom(12.34567, 3))).toBe('12.346');
});
