import { accountsDeployedBy, parseOrganization } from '@bulkhead/model';
import { UserError } from '../user-error.ts';
import { type StackChoice, chosenStacks } from './chosen-stacks.ts';
import { exampleDefinition } from './organization.fixture.ts';

const unit = { owner: 'x@example.com', costCenter: 'CC-2', phases: ['dev', 'test'] } as const;
const organization = parseOrganization(
  exampleDefinition({
    phases: {
      dev: { purpose: 'testing', data: 'synthetic' },
      test: { purpose: 'testing', data: 'synthetic' },
    },
    businessUnits: {
      shop: { ...unit, delivery: 'own', pipelines: [{ github: 'example/shop', environments: ['all'] }] },
      lab: unit,
    },
  }),
);
const namesOf = (choice: StackChoice) => chosenStacks(organization, choice).map(({ name }) => name);

test.each<[what: string, choice: StackChoice, stacks: readonly string[]]>([
  ['a name', { stacks: ['example-lab-dev'] }, ['example-lab-dev']],
  ['a pattern', { stacks: ['*-dev'] }, ['example-shop-dev', 'example-lab-dev']],
  ['several', { stacks: ['*-guardrails', '*-organization'] }, ['example-organization', 'example-guardrails']],
  ['a unit', { units: ['lab'] }, ['example-lab-dev', 'example-lab-test']],
  ['a unit and a pattern', { units: ['shop'], stacks: ['*-test'] }, ['example-shop-test']],
])('%s chooses the stacks that fit, in the order of deployment', (_, choice, stacks) => {
  expect(namesOf(choice)).toEqual(stacks);
});

test('nothing chosen is everything', () => {
  expect(namesOf({})).toHaveLength(10);
});

test("a unit's stacks are what its pipelines may deploy: not the account in which their roles stand", () => {
  const [environment] = organization.pipelines.flatMap(({ environments }) => environments);
  const deployed = environment ? accountsDeployedBy(organization, environment) : [];
  expect(deployed).toHaveLength(2);
  expect(namesOf({ units: ['shop'] })).toEqual(deployed.map(({ name }) => name));
});

test.each<[choice: StackChoice, says: string]>([
  [{ stacks: ['*-prod'] }, 'example has no stack *-prod\n  stacks: example-organization, '],
  [{ stacks: ['example.lab.dev'] }, 'example has no stack example.lab.dev'],
  [{ units: ['shpo'] }, 'example has no unit shpo\n  units: shop, lab'],
  [{ units: ['lab'], stacks: ['example-shop-dev'] }, 'no stack of lab is called example-shop-dev'],
])('%j is refused, with what there is', (choice, says) => {
  expect(() => namesOf(choice)).toThrow(UserError);
  expect(() => namesOf(choice)).toThrow(says);
});
