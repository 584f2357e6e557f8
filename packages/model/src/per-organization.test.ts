import { accountsOf } from './accounts.ts';
import { example } from './definition.fixture.ts';
import { parseOrganization } from './parse-organization.ts';
import { perOrganization } from './per-organization.ts';

test('an answer is worked out once for each organization, and never taken for another one', () => {
  const asked: string[] = [];
  const nameOf = perOrganization(({ name }) => {
    asked.push(name);
    return { name };
  });
  const organization = parseOrganization(example);
  const other = parseOrganization({ ...example, name: 'other' });
  expect([organization, other, organization, other].map((each) => nameOf(each).name)).toEqual([
    'example',
    'other',
    'example',
    'other',
  ]);
  expect(asked).toEqual(['example', 'other']);
});

test('an organization that one edit made of another has accounts of its own', () => {
  const organization = parseOrganization(example);
  const edited = { ...organization, businessUnits: organization.businessUnits.slice(1) };
  expect(accountsOf(organization).map(({ unit }) => unit)).toContain('shop');
  expect(accountsOf(edited).map(({ unit }) => unit)).not.toContain('shop');
});
