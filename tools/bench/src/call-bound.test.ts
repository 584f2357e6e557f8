import type { CallRecord } from '@bulkhead/local-aws';
import { callBound } from './call-bound.ts';

const calls = (count: number, operation: string, accountId = '1', region = 'eu-west-1'): readonly CallRecord[] =>
  Array.from({ length: count }, () => ({ operation, accountId, region, time: '', outcome: 'ok' }));
const list = 'servicequotas:ListServiceQuotas';
const history = 'servicequotas:ListRequestedServiceQuotaChangeHistory';

test.each([
  ['its own operation in one place', calls(30, list), 3000, `${list} 1 eu-west-1`],
  ['the slower of two operations', [...calls(30, list), ...calls(20, history)], 4000, `${history} 1 eu-west-1`],
  [
    'an account, over all its Regions',
    ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((region) => calls(9, list, '1', region)),
    1080,
    'servicequotas 1',
  ],
  [
    'an organization, over all its accounts',
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'].flatMap((account) => calls(10, list, account)),
    1100,
    'servicequotas in the organization',
  ],
])('calls are bound by the rate of %s', (_, records, milliseconds, rate) => {
  expect(callBound(records)).toMatchObject({ milliseconds, rate });
});

test('calls of which AWS documents no rate add nothing to the bound, and alone have none', () => {
  const free = calls(500, 'ec2:DescribeInstances');
  expect(callBound([...free, ...calls(10, list)]).milliseconds).toBe(1000);
  expect(() => callBound(free)).toThrow('rates bound calls of which AWS documents a rate, got none of them');
});
