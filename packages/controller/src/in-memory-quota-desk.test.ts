import { inMemoryQuotaDesk } from './in-memory-quota-desk.ts';
import { quotaDeskContract } from './quota-desk-contract.ts';

const now = () => '2026-11-24T07:00:00.000Z';

test.each(quotaDeskContract)('$promise', async ({ check }) => {
  await expect(check((quotas) => Promise.resolve(inMemoryQuotaDesk({ quotas, now })))).resolves.toBeUndefined();
});

test('a request is listed for 90 days', async () => {
  const place = { accountId: '000000000011', region: 'eu-west-1' };
  let today = '2026-11-24T07:00:00.000Z';
  const desk = inMemoryQuotaDesk({
    quotas: [{ place, quotaCode: 'L-1216C47A', vcpu: 5, source: 'applied', adjustable: true }],
    now: () => today,
  });
  await desk.request(place, 'L-1216C47A', 100);
  today = '2027-02-22T06:59:59.999Z';
  await expect(desk.requests(place)).resolves.toHaveLength(1);
  today = '2027-02-22T07:00:00.000Z';
  await expect(desk.requests(place)).resolves.toEqual([]);
});
