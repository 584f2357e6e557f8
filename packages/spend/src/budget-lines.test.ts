import { budgetLines } from './budget-lines.ts';
import { reportWithNames } from './__fixtures__/hostile-names.ts';

test.each([
  ['4.99', null],
  ['5', null],
  ['5.000000000000000000000000000001', '0.000000000000000000000000000001'],
  ['7.5', '2.5'],
  ['-1', null],
])('a cost of %s against a budget of 5 is over by %s', async (cost, over) => {
  expect(budgetLines(await reportWithNames('retail', cost))).toEqual([
    { unit: 'retail', phase: 'retail', cost, budget: '5', over },
  ]);
});
