import { emptyLock, parseOrganization } from '@bulkhead/model';
import { accountsLeft } from './accounts-left.ts';
import { budgetSums } from './budget-sums.ts';
import { wide } from './organization.fixture.ts';
import { roomChanges } from './room-changes.ts';

const before = parseOrganization(wide());
const media = parseOrganization(wide({ units: { shop: ['dev'], media: ['dev'] } }));

test('an organization has left what AWS lets it have, less its accounts and the management account', () => {
  expect(accountsLeft(before, media)).toEqual({
    added: ['wide-media-dev'],
    removed: [],
    closed: [],
    count: 6,
    quota: 10,
    quotaBefore: 10,
    left: 4,
  });
  const more = parseOrganization(wide({ units: { shop: ['dev'], media: ['dev'] }, accountQuota: 5 }));
  expect(accountsLeft(before, more)).toMatchObject({ quota: 5, quotaBefore: 10, left: -1 });
});

test('an account that goes still counts', () => {
  expect(accountsLeft(media, before)).toMatchObject({ added: [], removed: ['wide-media-dev'], count: 6, left: 4 });
});

test('a closed account is not one that is removed, and still counts', () => {
  const units = { shop: ['dev'], media: ['dev'] } as const;
  const base = wide({ units });
  const [, media2] = Object.values(base.businessUnits);
  if (media2 === undefined) throw new Error('there are two units');
  const closed = { ...base, businessUnits: { ...base.businessUnits, media: { ...media2, life: { dev: 'closed' } } } };
  expect(accountsLeft(media, parseOrganization(closed))).toMatchObject({
    removed: [],
    closed: ['wide-media-dev'],
    count: 6,
  });
});

test('budgets are added to the cent, by unit and together', () => {
  expect(budgetSums(before, media)).toEqual([
    { unit: 'media', before: undefined, after: '200.50' },
    { unit: 'total', before: '200.50', after: '401' },
  ]);
  expect(budgetSums(before, parseOrganization(wide({ budget: '0.1' })))).toEqual([
    { unit: 'shop', before: '200.50', after: '0.10' },
    { unit: 'total', before: '200.50', after: '0.10' },
  ]);
  expect(budgetSums(before, before)).toEqual([]);
});

test('room for policies is told of every new target and of those whose guardrails change, and of no other', () => {
  const found = roomChanges(before, media, emptyLock);
  if (!found.fits) throw new Error(found.problem);
  expect(new Set(found.changes.map(({ target }) => target))).toEqual(new Set(['root', 'wide-media-dev']));
  expect(found.changes.filter(({ target }) => target === 'wide-media-dev')).toHaveLength(4);
  expect(found.tightest?.after.policies).toBeGreaterThan(0);
  expect(roomChanges(before, before, emptyLock)).toMatchObject({ fits: true, changes: [] });
});
