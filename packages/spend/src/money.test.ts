import { AmountError, canonical, compareAmounts, parseAmount, subtract, sum, sumBy } from './money.ts';

describe('an amount', () => {
  test.each([
    ['1.500', '1.5'],
    ['-0', '0'],
    ['0.00', '0'],
    ['100', '100'],
    ['5.2E-9', '0.0000000052'],
    ['1e21', '1000000000000000000000'],
    ['-0.000000000000000000000000000001', '-0.000000000000000000000000000001'],
    ['123456789012345678901234567890.12', '123456789012345678901234567890.12'],
  ])('of %s is spelled %s', (text, spelled) => {
    expect(canonical(parseAmount(text))).toBe(spelled);
  });

  test.each(['', 'NaN', '1,5', '1.2.3', 'Infinity', '0x10'])('is refused when it is %j, naming the text', (text) => {
    expect(() => parseAmount(text)).toThrow(AmountError);
    expect(() => parseAmount(text)).toThrow(JSON.stringify(text));
  });
});

describe('a sum', () => {
  test.each([
    [[], '0'],
    [['0.1', '0.2'], '0.3'],
    [['1', '-1.0'], '0'],
    [['0.000000000000000000000000000001', '1'], '1.000000000000000000000000000001'],
    [['999999999999999999999999999999', '1'], '1000000000000000000000000000000'],
  ])('of %j is exactly %s', (amounts, total) => {
    expect(sum(amounts)).toBe(total);
  });

  test('over ten thousand tenths shows no drift', () => {
    expect(sum(Array.from({ length: 10_000 }, () => '0.1'))).toBe('1000');
  });

  test('by key keeps the order in which the keys were seen', () => {
    const items = ['b', 'a', 'b'].map((key) => ({ key, cost: '0.1' }));
    expect([...sumBy(items, ({ key }) => key)]).toEqual([
      ['b', '0.2'],
      ['a', '0.1'],
    ]);
  });
});

test('a difference is exact where floating point has none', () => {
  expect(subtract('10000000000000000.1', '10000000000000000')).toBe('0.1');
});

test.each([
  ['-2', '1', -1],
  ['10', '9', 1],
  ['1.0', '1', 0],
])('comparing %s with %s goes by value and not by text', (a, b, order) => {
  expect(compareAmounts(a, b)).toBe(order);
});
