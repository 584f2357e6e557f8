import { accessFigures } from './access-figures.ts';
import { renderAccess } from './access-table.ts';

const report = {
  ...{ accounts: 55, principals: 2522, promises: 229, broken: 0, questions: 58_596_493, cells: 13_158 },
  ...{ simulations: 32_737, reading: 2000, matrix: 30_000, proving: 40_000, simulating: 24_000 },
};

test('the whole proof stands beside what the simulator took of it', () => {
  const figures = accessFigures('50 accounts', report, { wall: 72_500, peakMemory: 2e9 });
  expect(figures.ratio).toBe(3);
  const table = renderAccess([figures]);
  for (const text of ['229 promises, 0 broken', '58,596,493 questions', '13,158 cells', '72.5 s', '3.00', '2,000 MB']) {
    expect(table).toContain(text);
  }
});
