import { organization } from './world.fixture.ts';
import { QuestionError } from './question-error.ts';
import { type Scope, accountsInScope } from './scope.ts';

const namesIn = (scope: Scope) => accountsInScope(organization, scope).map(({ name }) => name);

test.each<[Scope, readonly string[]]>([
  [{ unit: 'lab' }, ['example-lab-dev']],
  [{ phase: 'dev' }, ['example-shop-dev', 'example-lab-dev']],
  [{ unit: 'shop', phase: 'dr' }, ['example-shop-dr']],
])('%j holds the accounts of that unit and phase', (scope, names) => {
  expect(namesIn(scope)).toEqual(names);
});

test('no scope holds every runtime account', () => {
  expect(namesIn({})).toHaveLength(6);
});

test.each<[Scope, string]>([
  [{ unit: 'shp' }, 'no business unit is named shp, did you mean shop? choose from: shop, lab'],
  [{ phase: 'acceptance' }, 'no unit has a phase acceptance, choose from: sandbox, dev, prod, dr, open'],
  [{ unit: 'lab', phase: 'prod' }, 'lab has no phase prod, choose from: dev'],
  [
    { unit: 'x', phase: 'acceptance' },
    'no business unit is named x, choose from: shop, lab\nno unit has a phase acceptance, choose from: sandbox, dev, prod, dr, open',
  ],
])('%j is refused with what there is, and is no empty plan', (scope, message) => {
  expect(() => namesIn(scope)).toThrow(new QuestionError(message.split('\n')));
});

test('an account that is closing is asked nothing, and that is said by name', () => {
  const businessUnits = organization.businessUnits.map((unit) => ({
    ...unit,
    phases: unit.phases.map((phase) => (unit.name === 'lab' ? { ...phase, life: 'closing' as const } : phase)),
  }));
  const closing = { ...organization, businessUnits };
  expect(accountsInScope(closing, {}).map(({ name }) => name)).not.toContain('example-lab-dev');
  expect(() => accountsInScope(closing, { unit: 'lab', phase: 'dev' })).toThrow(
    'example-lab-dev is closing, nothing is asked there',
  );
});
