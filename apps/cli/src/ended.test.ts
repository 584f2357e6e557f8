import { type OrganizationDefinition, parseOrganization } from '@bulkhead/model';
import { closingSteps } from './closing.ts';
import { endingSoon, refuseEnded } from './ended.ts';
import { wide } from './what-if/organization.fixture.ts';

/** A unit whose account in dev ends, and may hold sensitive data until two weeks earlier. */
const organization = parseOrganization(
  ((base: OrganizationDefinition) => ({
    ...base,
    phases: { dev: { ...base.phases['dev'], purpose: 'testing', data: 'synthetic', expires: '2027-06-30' } },
  }))(wide()),
);
const withException = {
  ...organization,
  exceptions: [
    {
      ...{ name: 'models', owner: 'bi@example.com', reason: 'models', until: '2027-06-16' },
      of: { unit: 'shop', phase: 'dev', allows: 'people-read-data' } as const,
    },
  ],
};
const at = (day: string) => new Date(`${day}T12:00:00Z`);

test.each([
  ['2027-06-01', []],
  ['2027-06-02', ['exceptions.models ends on 2027-06-16']],
  ['2027-06-15', ['exceptions.models ends on 2027-06-16']],
  ['2027-06-16', ['wide-shop-dev expires on 2027-06-30']],
])('on %s what ends within two weeks is told, what has ended is not', (day, warnings) => {
  expect(endingSoon(withException, at(day))).toEqual(warnings);
});

test('what has ended is refused on its day and not the day before, with who answers for it', () => {
  expect(() => refuseEnded(withException, at('2027-06-15'))).not.toThrow();
  expect(() => refuseEnded(withException, at('2027-06-16'))).toThrow(
    'exceptions.models: ended on 2027-06-16, take it out or give it another end (bi@example.com answers for it)',
  );
  expect(() => refuseEnded(withException, at('2027-06-30'))).toThrow(
    'wide-shop-dev expired on 2027-06-30: clear it out with bulkhead destroy wide-shop-dev',
  );
});

test('a closing account is told with what a person does next', () => {
  const base = wide();
  const units = Object.entries(base.businessUnits).map(([name, unit]) => [name, { ...unit, life: { dev: 'closing' } }]);
  const closing = parseOrganization({ ...base, businessUnits: Object.fromEntries(units) });
  const lock = { accounts: { 'wide-shop-dev': { id: '222200000009' } } };
  expect(closingSteps(closing, lock)).toEqual([
    'wide-shop-dev is closing, everything is denied there: close it in the management account ' +
      '(aws organizations close-account --account-id 222200000009), then say closed',
  ]);
  expect(closingSteps(organization, lock)).toEqual([]);
});
