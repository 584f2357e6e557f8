import { applyChanges } from './apply-changes.ts';
import { type DefinitionChange, DefinitionChangeError, parseChange } from './definition-change.ts';
import { example } from './definition.fixture.ts';
import { checkDefinition, parseOrganization } from './parse-organization.ts';

const change = (option: string): DefinitionChange => {
  const [kind = '', ...text] = option.split(' ');
  return parseChange(kind as DefinitionChange['kind'], text.join(' '));
};
const apply = (...options: readonly string[]) => applyChanges(example, options.map(change));
const units = (...options: readonly string[]) =>
  Object.fromEntries(
    parseOrganization(apply(...options)).businessUnits.map(({ name, phases }) => [
      name,
      phases.map((each) => each.name),
    ]),
  );

test.each([
  [['add unit=media,phases=dev+prod'], { shop: ['dev', 'prod', 'dr'], lab: ['dev'], media: ['dev', 'prod'] }],
  [['add phase=prod,unit=lab'], { shop: ['dev', 'prod', 'dr'], lab: ['dev', 'prod'] }],
  [['remove unit=lab'], { shop: ['dev', 'prod', 'dr'] }],
  [['remove unit=shop,phases=dr+prod'], { shop: ['dev'], lab: ['dev'] }],
  [
    ['add unit=media,phase=dev', 'add unit=media,phase=prod', 'remove unit=lab'],
    { shop: ['dev', 'prod', 'dr'], media: ['dev', 'prod'] },
  ],
  [
    ['add unit=media,phase=dev', 'set businessUnits.media.phases[0]=prod'],
    { shop: ['dev', 'prod', 'dr'], lab: ['dev'], media: ['prod'] },
  ],
])('%j gives these units and phases', (options, expected) => {
  expect(units(...options)).toEqual(expected);
});

test('neither the definition nor the changes are touched', () => {
  const changes = ['add unit=media,phase=dev', 'set businessUnits.media.phases[0]=prod', 'set name=other'].map(change);
  const before = structuredClone({ example, changes });
  applyChanges(example, changes);
  expect({ example, changes }).toEqual(before);
});

test('a new unit belongs to the enterprise until it says whose it is', () => {
  const find = (...options: readonly string[]) =>
    parseOrganization(apply(...options)).businessUnits.find(({ name }) => name === 'media');
  expect(find('add unit=media,phase=dev')).toMatchObject({ owner: 'platform@example.com', costCenter: 'CC-1' });
  expect(find('add unit=media,phase=dev,owner=m@example.com,costCenter=CC-9,regions=us-east-1')).toMatchObject({
    owner: 'm@example.com',
    costCenter: 'CC-9',
    regions: ['us-east-1'],
  });
});

test('what a unit says of a phase goes with the phase, and only that', () => {
  const left = apply('add unit=lab,phase=prod', 'remove unit=lab,phase=dev');
  expect(left).toMatchObject({ businessUnits: { lab: { phases: ['prod'], delivery: 'own' } } });
  expect(left).not.toHaveProperty('businessUnits.lab.overrides');
  expect(checkDefinition(left)).toEqual([]);
});

const people = { 'ana.b': { name: 'Ana', email: 'ana@example.com', unit: 'shop', groups: [] } };
const staffed = {
  ...example,
  enterprise: { ...example.enterprise, identity: { ...example.enterprise.identity, people } },
};

test.each([
  [
    'text where text stands, though it looks like a number',
    'set phases.dev.budget.amount=350000',
    'phases.dev.budget.amount',
    '350000',
  ],
  ['quoted text without its quotes', 'set phases.dev.budget.amount="12.50"', 'phases.dev.budget.amount', '12.50'],
  ['a number where a number stands', 'set phases.prod.otherVcpu=64', 'phases.prod.otherVcpu', 64],
  ['a new key of an object that is there', 'set accountQuota=50', 'accountQuota', 50],
  [
    'a whole object',
    'set businessUnits.shop.overrides={"dev":{"protect":true}}',
    'businessUnits.shop.overrides',
    { dev: { protect: true } },
  ],
  ['an item of a list', 'set phases.dev.limits[0].atMost=7', 'phases.dev.limits[0].atMost', 7],
])('%s is set: %s', (_, option, path, value) => {
  expect(apply(option)).toHaveProperty(path, value);
});

test('keys may hold dots, as the names of people do', () => {
  const changed = applyChanges(staffed, [change('set enterprise.identity.people.ana.b.unit=lab')]);
  expect(changed).toMatchObject({ enterprise: { identity: { people: { 'ana.b': { unit: 'lab', name: 'Ana' } } } } });
  const without = applyChanges(staffed, [change('remove path=enterprise.identity.people.ana.b')]);
  expect(without).toMatchObject({ enterprise: { identity: { people: {} } } });
  expect(without).not.toHaveProperty(['enterprise', 'identity', 'people', 'ana.b']);
});

test('of the keys that fit the longest one is meant', () => {
  const named = {
    ...example,
    businessUnits: { ...example.businessUnits, 'lab.x': { owner: 'a' }, lab: { owner: 'b' } },
  };
  const changed = applyChanges(named as unknown as typeof example, [change('set businessUnits.lab.x.owner=c')]);
  expect(changed).toMatchObject({ businessUnits: { 'lab.x': { owner: 'c' }, lab: { owner: 'b' } } });
});

test('an item that is removed closes the gap', () => {
  expect(apply('remove path=businessUnits.shop.phases[1]')).toMatchObject({
    businessUnits: { shop: { phases: ['dev', 'dr'] } },
  });
});

test.each([
  [
    'set businesUnits.shop.owner=x',
    'the definition has no businesUnits, did you mean businessUnits?\n  there is: name, ',
  ],
  [
    'set businessUnits.shop.overides.dev.protect=true',
    'businessUnits.shop has no overides\n  there is: owner, costCenter, phases, regions',
  ],
  ['set businessUnits.shop.phases[3]=dev', 'businessUnits.shop.phases has no [3]\n  there is: 3 items, from [0] on'],
  ['set name.x=1', 'name has no x\n  there is: nothing below'],
  ['set enterprise.__proto__={}', 'enterprise has no __proto__'],
  ['remove path=enterprise.budgt', 'enterprise has no budgt, did you mean budget?'],
  ['remove unit=shp', 'there is no unit shp, it is one of shop, lab, did you mean shop?'],
  ['remove unit=shop,phase=prd', 'shop has no phase prd, it is one of dev, prod, dr, did you mean prod?'],
  [
    'add unit=shop,phase=dev,owner=a@example.com',
    'shop is there already, change what it says with --set businessUnits.shop.…',
  ],
])('%s finds nothing to change, and says what there is', (option, message) => {
  expect(() => apply(option)).toThrow(DefinitionChangeError);
  expect(() => apply(option)).toThrow(message);
});

test('what makes a bad definition is for its own rules to say', () => {
  const problems = (option: string) => checkDefinition(apply(option)).map(({ path }) => path);
  expect(problems('add unit=media,phase=devv')).toEqual(['businessUnits.media.phases[0]']);
  expect(problems('set phases.dev.purpos=x')).toEqual(['phases.dev.purpos']);
  expect(problems('set accountQuota=-1')).toEqual(['accountQuota']);
});
