import { type LimitsFigures, parsePlanReport } from './limits-figures.ts';
import { renderLimits } from './render-limits.ts';

const report = { work: 400, places: 12, actions: 3, unread: 0 };

test('the report of a plan that was read in full is taken', () => {
  expect(parsePlanReport('acme', JSON.stringify(report))).toEqual(report);
});

test('no time is taken of a plan of which something was not read', () => {
  expect(() => parsePlanReport('acme', JSON.stringify({ ...report, unread: 2 }))).toThrow(
    'plan of acme: everything has to be read to be timed, got 2 limits that were not',
  );
});

test('the table tells calls, time, bound, ratio, memory and what Cost Explorer costs', () => {
  const figures: LimitsFigures = {
    name: '300 accounts',
    accounts: 304,
    places: 600,
    actions: 599,
    calls: { 'ec2:DescribeInstances': 1600, 'servicequotas:ListServiceQuotas': 400 },
    refused: 7,
    runs: 3,
    median: 4200,
    fastest: 4100,
    slowest: 4300,
    bound: { milliseconds: 4000, rate: 'servicequotas in the organization', calls: 400, perSecond: 100 },
    ratio: 1.05,
    peakMemory: 291e6,
    explorer: { groups: 11660, months: 14, pages: 13 },
  };
  const text = renderLimits([figures]);
  for (const part of [
    '300 accounts',
    '304 with management',
    '600 places',
    '599 quotas to ask for',
    '1,600 ec2:DescribeInstances',
    '2,000 in all, 7 refused',
    '4,200 ms',
    '(4,100 to 4,300, 3 runs)',
    '4,000 ms',
    '400 calls by 100 a second:',
    'servicequotas in the organization',
    '1.05',
    '291 MB',
    '13 pages',
    '0.13 USD',
    '11,660 groups, 14 months',
  ]) {
    expect(text).toContain(part);
  }
});
