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
