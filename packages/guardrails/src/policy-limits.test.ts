import { readFileSync, readdirSync } from 'node:fs';
import { policyLimits } from './policy-limits.ts';

const folder = new URL('../src/', import.meta.url);
const sources = readdirSync(folder).filter((file) => !/\.(test|fixture)\.ts$/.test(file));

test('every limit of AWS stands in one table, with its source and when it was read', () => {
  const withNumbers = sources.filter((file) =>
    /\b(5_?120|10_?240|10_?000)\b/.test(readFileSync(new URL(file, folder), 'utf8')),
  );
  expect(withNumbers).toEqual(['policy-limits.ts']);
  for (const limits of Object.values(policyLimits).flatMap((byType) => Object.values(byType))) {
    expect(limits).toMatchObject({
      source: expect.stringMatching(/^AWS /),
      asOf: expect.stringMatching(/^20\d\d-\d\d$/),
    });
  }
});

test('the setting raises the limits of service control policies, and no other', () => {
  const { SERVICE_CONTROL_POLICY: classic, ...rest } = policyLimits.classic;
  const { SERVICE_CONTROL_POLICY: current, ...others } = policyLimits.current;
  expect([classic.policiesPerTarget, classic.bytesPerPolicy]).toEqual([5, 5120]);
  expect([current.policiesPerTarget, current.bytesPerPolicy]).toEqual([10, 10240]);
  expect(rest).toEqual(others);
});
