import { formatAmount, formatAxisNumber, formatChange, formatKnownAmount, formatShare } from './format-amount.ts';

test.each([
  ['0', '0.00'],
  ['1', '1.00'],
  ['999.995', '1,000.00'],
  ['1234.5', '1,234.50'],
  ['1234567.891', '1,234,567.89'],
  ['-1234567.891', '-1,234,567.89'],
  ['0.005', '0.01'],
  ['-0.005', '-0.01'],
  ['2.675', '2.68'],
  ['0.0049', '<0.01'],
  ['0.0000000035', '<0.01'],
  ['-0.0000000323', '>-0.01'],
  ['123456789012345678901234567890.12', '123,456,789,012,345,678,901,234,567,890.12'],
])('%s is shown to people as %s', (amount, shown) => {
  expect(formatAmount(amount)).toBe(shown);
});

test('an unknown amount is shown as a dash and never as zero', () => {
  expect(formatKnownAmount(null)).toBe('–');
});

test.each([
  ['1', '3', '33.3%'],
  ['0', '3', '0.0%'],
  ['-1', '4', '-25.0%'],
  ['5', '4', '125.0%'],
  ['9990', '1000', '999.0%'],
  ['9991', '1000', '>999%'],
  ['-0.0001', '1', '0.0%'],
  ['1', '0', '–'],
  ['1', '-3', '–'],
])('the share of %s in %s is %s', (part, whole, shown) => {
  expect(formatShare(part, whole)).toBe(shown);
});

test.each([
  ['110', '100', '+10.0%'],
  ['90', '100', '-10.0%'],
  ['100.01', '100', '0.0%'],
  ['99.99', '100', '0.0%'],
  ['100', null, '–'],
  ['100', '0', '–'],
  ['100', '-5', '–'],
])('the change to %s from %s is %s', (amount, before, shown) => {
  expect(formatChange(amount, before)).toBe(shown);
});

test.each([
  [0, '0'],
  [500, '500'],
  [1500, '1.5k'],
  [-250_000, '-250k'],
  [2_500_000, '2.5M'],
  [3_000_000_000, '3bn'],
])('an axis shows %d as %s', (value, shown) => {
  expect(formatAxisNumber(value)).toBe(shown);
});
