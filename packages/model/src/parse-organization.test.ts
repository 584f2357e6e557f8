import { example, exampleWith } from './definition.fixture.ts';
import { checkDefinition, parseOrganization } from './parse-organization.ts';
import { DefinitionError } from './problem.ts';

type Path = readonly (string | number)[];
type Value = Parameters<typeof exampleWith>[1];

const dev = ['phases', 'dev'];
const shop = ['businessUnits', 'shop'];
const lab = ['businessUnits', 'lab'];
const cap = (limit: Value) => [[...dev, 'limits'], [limit]] as const;
const unit = (settings: object = {}) => ({ owner: 'a@b.example', costCenter: 'CC', phases: ['dev'], ...settings });
const long = 'a'.repeat(60);

/** What is wrong, the part that is changed and to what, and the problems: where they stand and what they say. */
type Case = [title: string, path: Path, value: Value, ...problems: [where: string, says: string][]];
const cases: Case[] = [
  ['the definition is null', [], null, ['', 'must be an object']],
  ['the definition is a list', [], [], ['', 'must be an object']],
  ['the definition is a text', [], 'acme', ['', 'must be an object']],
  ['the name is missing', ['name'], undefined, ['name', 'must be the name']],
  ['the name is empty', ['name'], '', ['name', 'must be the name']],
  ['the name is a number', ['name'], 7, ['name', 'must be the name']],
  ['the name has capitals', ['name'], 'Acme', ['name', 'lower-case']],
  ['the name has a space', ['name'], 'acme corp', ['name', 'lower-case']],
  ['the name has an umlaut', ['name'], 'größe', ['name', 'lower-case']],
  ['the name has a double hyphen', ['name'], 'acme--x', ['name', 'single hyphens']],
  ['the name starts with a digit', ['name'], '1acme', ['name', 'start with a letter']],
  ['a key is mistyped', ['bugdet'], 1, ['bugdet', 'is no key']],
  ['a key of a phase is mistyped', [...dev, 'limit'], [], ['phases.dev.limit', 'is no key']],
  ['the organization is neither new nor existing', ['organization'], 'old', ['organization', "'new', 'existing'"]],
  ['the state is kept nowhere', ['state'], 'git', ['state', "'local', 's3'"]],

  ['there is no home Region', ['regions'], {}, ['regions.home', 'must be a Region']],
  [
    'the home Region does not exist',
    ['regions', 'home'],
    'eu-wst-1',
    ['regions.home', 'must be an AWS Region'],
    ['businessUnits.shop.regions[0]', 'of the organization'],
    ['businessUnits.lab.regions[1]', 'of the organization'],
  ],
  [
    'the home Region is off until an account opts in',
    ['regions', 'home'],
    'eu-south-1',
    ['regions.home', 'on by default'],
    ['businessUnits.shop.regions[0]', 'of the organization'],
    ['businessUnits.lab.regions[1]', 'of the organization'],
  ],
  [
    'a further Region does not exist',
    ['regions', 'further', 2],
    'mars-1',
    ['regions.further[2]', 'must be an AWS Region'],
  ],
  ['a Region stands twice', ['regions', 'further', 2], 'eu-west-1', ['regions.further[2]', 'already']],
  ['Regions are a text', ['regions'], 'eu-west-1', ['regions', 'must be Regions like']],
  [
    'a unit uses a Region of no one',
    [...shop, 'regions'],
    ['eu-north-1'],
    ['businessUnits.shop.regions[0]', 'of the organization'],
  ],
  [
    'a unit uses a Region that does not exist',
    [...shop, 'regions'],
    ['eu-west-9'],
    ['businessUnits.shop.regions[0]', 'must be an AWS Region'],
  ],
  ['a unit uses no Region', [...shop, 'regions'], [], ['businessUnits.shop.regions', 'at least one']],
  [
    'a phase uses a Region of no one',
    [...dev, 'regions'],
    ['sa-east-1'],
    ['phases.dev.regions[0]', 'of the organization'],
  ],
  [
    'an override uses a Region of no one',
    [...lab, 'overrides', 'dev', 'regions'],
    ['sa-east-1'],
    ['businessUnits.lab.overrides.dev.regions[0]', 'of the organization'],
  ],

  ['the e-mail has no {account}', ['accountEmail'], 'aws@example.com', ['accountEmail', '{account}']],
  [
    "a unit's e-mail has no {account}",
    [...lab, 'accountEmail'],
    'lab@example.com',
    ['businessUnits.lab.accountEmail', '{account}'],
  ],
  ['the e-mail is no address', ['accountEmail'], '{account}', ['accountEmail', 'e-mail address']],
  [
    "a unit's e-mail is over 64 characters",
    [...lab, 'accountEmail'],
    `{account}@${'x'.repeat(50)}.com`,
    ['businessUnits.lab.delivery', 'at most 64'],
    ['businessUnits.lab.phases[0]', 'at most 64'],
  ],
  [
    "a unit's e-mail is not ASCII",
    [...shop, 'accountEmail'],
    'größe+{account}@example.com',
    ['businessUnits.shop.accountEmail', 'ASCII'],
  ],
  [
    'two accounts get one e-mail',
    ['businessUnits'],
    {
      a: unit({ accountEmail: 'example-{account}@example.com' }),
      'example-a': unit({ accountEmail: '{account}@example.com' }),
    },
    ['businessUnits.example-a.phases[0]', 'same e-mail'],
  ],

  [
    'an account name is over 50 characters',
    ['businessUnits', long],
    unit(),
    [`businessUnits.${long}.phases[0]`, 'at most 50'],
    [`businessUnits.${long}.phases[0]`, 'at most 64'],
  ],
  [
    'two units make one account name',
    ['businessUnits'],
    { a: unit({ phases: ['b-c'] }), 'a-b': unit({ phases: ['c'] }) },
    ['businessUnits.a-b.phases[0]', 'same name'],
    ['businessUnits.a.phases[0]', 'must be a phase'],
    ['businessUnits.a-b.phases[0]', 'must be a phase'],
  ],
  [
    'a unit has capitals',
    ['businessUnits', 'Shop'],
    unit(),
    ['businessUnits.Shop', 'lower-case'],
    ['businessUnits.Shop.phases[0]', 'same e-mail'],
  ],
  [
    'a unit has the name of the enterprise',
    ['businessUnits', 'enterprise'],
    unit(),
    ['businessUnits.enterprise', 'taken'],
  ],
  [
    'a phase has the name of an account that exists once',
    ['phases', 'delivery'],
    { purpose: 'x', data: 'none' },
    ['phases.delivery', 'taken'],
  ],
  ['a phase has a dot', ['phases', 'dev.1'], { purpose: 'x', data: 'none' }, ['phases.dev.1', 'lower-case']],

  ['a unit has an unknown phase', [...shop, 'phases', 1], 'prd', ['businessUnits.shop.phases[1]', 'must be a phase']],
  ['a unit has no phase', [...shop, 'phases'], [], ['businessUnits.shop.phases', 'at least one']],
  ['a unit says nothing of phases', [...shop, 'phases'], undefined, ['businessUnits.shop.phases', 'must be a list']],
  ['a unit has a phase twice', [...lab, 'phases'], ['dev', 'dev'], ['businessUnits.lab.phases[1]', 'already']],
  [
    'a unit is empty',
    [...lab],
    {},
    ['businessUnits.lab.owner', 'e-mail'],
    ['businessUnits.lab.costCenter', 'cost center'],
    ['businessUnits.lab.phases', 'list of phases'],
  ],
  [
    'a unit overrides an unknown phase',
    [...lab, 'overrides'],
    { dve: {} },
    ['businessUnits.lab.overrides.dve', 'must be a phase'],
  ],
  [
    'a unit overrides a phase that it does not have',
    [...lab, 'overrides'],
    { prod: {} },
    ['businessUnits.lab.overrides.prod', 'the unit has no account for this phase, its phases are: dev'],
  ],
  ['an owner is no e-mail', [...lab, 'owner'], 'the lab', ['businessUnits.lab.owner', 'e-mail']],
  [
    'a cost center has a character that tags refuse',
    [...lab, 'costCenter'],
    'CC<3',
    ['businessUnits.lab.costCenter', 'tag'],
  ],
  ['delivery is somewhere else', [...lab, 'delivery'], 'mine', ['businessUnits.lab.delivery', "'own', 'shared'"]],

  [
    'there is no phase',
    ['phases'],
    {},
    ['phases', 'at least one'],
    ...['shop.phases[0]', 'shop.phases[1]', 'shop.phases[2]', 'lab.phases[0]', 'lab.overrides.dev'].map(
      (at): [string, string] => [`businessUnits.${at}`, 'must be a phase'],
    ),
  ],
  ['a phase says nothing of data', [...dev, 'data'], undefined, ['phases.dev.data', 'how sensitive']],
  [
    'a phase has unknown data',
    [...dev, 'data'],
    'secret',
    ['phases.dev.data', "'sensitive'"],
    ['phases.dev.data', 'how sensitive'],
  ],
  ['dev holds sensitive data', [...dev, 'data'], 'sensitive', ['phases.dev.data', 'dev must not hold']],
  [
    "a unit's dev holds sensitive data",
    [...lab, 'overrides', 'dev', 'data'],
    'sensitive',
    ['businessUnits.lab.overrides.dev.data', 'dev must not hold'],
  ],
  [
    'an unprotected phase holds sensitive data',
    ['phases', 'prod', 'protect'],
    false,
    ['phases.prod.data', 'protect: true'],
    ['phases.dr.data', 'protect: true'],
  ],
  [
    'a unit lifts the protection of sensitive data',
    [...shop, 'overrides'],
    { prod: { protect: false } },
    ['businessUnits.shop.overrides.prod.data', 'protect: true'],
  ],
  ['dr follows nothing', ['phases', 'dr'], { purpose: 'x', data: 'none' }, ['phases.dr.follows', 'which phase']],
  [
    'a phase follows an unknown one',
    ['phases', 'dr', 'follows'],
    'prd',
    ['phases.dr.follows', 'must be a phase'],
    ['phases.dr.data', 'how sensitive'],
  ],
  ['a phase follows itself', [...dev, 'follows'], 'dev', ['phases.dev.follows', 'dev -> dev']],
  ['phases follow each other', ['phases', 'prod', 'follows'], 'dr', ['phases.prod.follows', 'prod -> dr -> prod']],
  ['a phase has no purpose', [...dev, 'purpose'], '', ['phases.dev.purpose', 'what the phase is for']],
  ['protect is a text', [...dev, 'protect'], 'yes', ['phases.dev.protect', 'true or false']],
  ['what happens at the cap is unknown', [...dev, 'atCap'], 'stop', ['phases.dev.atCap', "'freeze', 'warn'"]],

  [
    'an instance type does not exist',
    ...cap({ atMost: 5, instanceType: 'm5.13xlarge' }),
    ['phases.dev.limits[0].instanceType', 'that exists'],
  ],
  [
    'an allowed instance type does not exist',
    [...dev, 'instanceTypes'],
    ['m5.12xlarge', 't3.mirco'],
    ['phases.dev.instanceTypes[1]', 'that exists'],
  ],
  [
    'an allowed instance type stands twice',
    [...dev, 'instanceTypes'],
    ['m5.12xlarge', 'm5.12xlarge'],
    ['phases.dev.instanceTypes[1]', 'already'],
  ],
  [
    'a capped instance type is not allowed',
    [...dev, 'instanceTypes'],
    ['t3.micro'],
    ['phases.dev.limits[0].instanceType', 'not among'],
  ],
  ['no instance type is allowed', [...dev, 'instanceTypes'], [], ['phases.dev.instanceTypes', 'at least one']],
  [
    'a Mac has a cap',
    ...cap({ atMost: 5, instanceType: 'mac1.metal' }),
    ['phases.dev.limits[0].instanceType', 'Dedicated Hosts'],
  ],
  [
    'a type has two caps',
    [...dev, 'limits', 1],
    { atMost: 5, instanceType: 'm5.12xlarge' },
    ['phases.dev.limits[1].instanceType', 'already'],
  ],
  ['a cap is 0', ...cap({ atMost: 0, instanceType: 'm5.large' }), ['phases.dev.limits[0].atMost', '1 or more']],
  ['a cap is -1', ...cap({ atMost: -1, instanceType: 'm5.large' }), ['phases.dev.limits[0].atMost', '1 or more']],
  ['a cap is 1.5', ...cap({ atMost: 1.5, instanceType: 'm5.large' }), ['phases.dev.limits[0].atMost', 'whole number']],
  [
    'a cap is a text',
    ...cap({ atMost: '50', instanceType: 'm5.large' }),
    ['phases.dev.limits[0].atMost', 'whole number'],
  ],
  ['a cap says no type', ...cap({ atMost: 50 }), ['phases.dev.limits[0].instanceType', 'instance type like']],
  ['a cap is a number', ...cap(50), ['phases.dev.limits[0]', 'must be a cap like']],
  [
    'shares do not add up to the cap',
    ...cap({ atMost: 5, instanceType: 'm5.large', perRegion: { 'eu-west-1': 4 } }),
    ['phases.dev.limits[0].perRegion', 'it makes 4'],
  ],
  [
    'a share is for a Region in which the account does not run',
    ...cap({ atMost: 5, instanceType: 'm5.large', perRegion: { 'eu-central-1': 5 } }),
    ['businessUnits.shop.phases.dev', 'does not run'],
  ],
  ['the allowance is negative', [...dev, 'otherVcpu'], -1, ['phases.dev.otherVcpu', '0 or more']],
  ['the allowance is not finite', [...dev, 'otherVcpu'], Infinity, ['phases.dev.otherVcpu', 'whole number']],

  ['a budget is negative', [...dev, 'budget', 'amount'], '-5', ['phases.dev.budget.amount', 'over 0']],
  ['a budget is 0', [...dev, 'budget', 'amount'], '0.00', ['phases.dev.budget.amount', 'over 0']],
  ['a budget is a float', [...dev, 'budget', 'amount'], 20.5, ['phases.dev.budget.amount', 'never a float']],
  ['a budget is no decimal', [...dev, 'budget', 'amount'], '20,000', ['phases.dev.budget.amount', 'decimal']],
  ['a budget has three places', [...dev, 'budget', 'amount'], '1.005', ['phases.dev.budget.amount', 'two places']],
  ['a budget is in euros', [...dev, 'budget', 'currency'], 'EUR', ['phases.dev.budget.currency', "'USD'"]],
  ['a budget is a number', [...dev, 'budget'], 20000, ['phases.dev.budget', 'must be a budget like']],

  [
    'people sign in by an unknown way',
    ['enterprise', 'identity', 'signIn'],
    'ldap',
    ['enterprise.identity.signIn', "'iam-users'"],
  ],
  [
    'nothing is retained',
    ['enterprise', 'sharedServices', 'retention', 'years'],
    0,
    ['enterprise.sharedServices.retention.years', '1 to 100'],
  ],
  [
    'retention is over 100 years',
    ['enterprise', 'sharedServices', 'retention', 'years'],
    101,
    ['enterprise.sharedServices.retention.years', '100 years'],
  ],
  [
    'a pipeline is no repository',
    ['enterprise', 'delivery', 'pipelines', 0, 'github'],
    'platform',
    ['enterprise.delivery.pipelines[0].github', 'repository'],
  ],
  [
    'a pipeline is of any repository',
    ['enterprise', 'delivery', 'pipelines', 0, 'github'],
    'example/*',
    ['enterprise.delivery.pipelines[0].github', 'must be exact'],
  ],
  [
    'a pipeline deploys from no environment',
    ['enterprise', 'delivery', 'pipelines', 0, 'environments'],
    [],
    ['enterprise.delivery.pipelines[0].environments', 'at least one'],
  ],
];

test.each<Case>(cases)('%s: a problem that says where and what', (_title, path, value, ...expected) => {
  const problems = checkDefinition(exampleWith(path, value)).map(({ path: where, rule }) => [where, rule]);
  expect(problems).toEqual(expected.map(([where, says]) => [where, expect.stringContaining(says)]));
});

test('a good definition has no problem', () => {
  expect(checkDefinition(example)).toEqual([]);
});

test('two caps that draw on one pool are no problem', () => {
  const limits = [
    { atMost: 50, instanceType: 'm5.12xlarge' },
    { atMost: 20, instanceType: 'r5.large' },
  ];
  expect(checkDefinition(exampleWith([...dev, 'limits'], limits))).toEqual([]);
});

test('all problems come in one answer, whether of shape or between parts', () => {
  const input = exampleWith([...shop, 'phases', 1], 'prd') as { phases: { dev: { limits: unknown; data: unknown } } };
  input.phases.dev.limits = [{ atMost: 0, instanceType: 'm5.12xlarg' }];
  input.phases.dev.data = 'sensitive';
  expect(checkDefinition(input).map(({ path }) => path)).toEqual([
    'phases.dev.limits[0].atMost',
    'phases.dev.data',
    'businessUnits.shop.phases[1]',
    'phases.dev.limits[0].instanceType',
  ]);
});

test.each<[string, Path, Value, string]>([
  ['instance type', [...dev, 'limits'], [{ atMost: 1, instanceType: 'm5.13xlarge' }], "'m5.12xlarge'"],
  ['Region', ['regions', 'home'], 'eu-wst-1', "'eu-west-1'"],
  ['phase', [...shop, 'phases'], ['prd'], "'prod'"],
  ['key', [...dev, 'limit'], [], "'limits'"],
])('a mistyped %s comes with the nearest that exists', (_kind, path, value, suggestion) => {
  expect(checkDefinition(exampleWith(path, value))[0]?.suggestion).toBe(suggestion);
});

test('a problem carries the value that was found, shortened', () => {
  expect(checkDefinition(exampleWith(['name'], 'X'.repeat(200)))[0]?.got).toMatch(/^"X{96}\.\.\.$/);
});

test('parsing what is wrong throws one error that lists every problem', () => {
  const wrong = exampleWith(['phases', 'dev'], { purpose: '', data: 'sensitive' });
  expect(() => parseOrganization(wrong)).toThrow(DefinitionError);
  expect(() => parseOrganization(wrong)).toThrow(
    /2 problems[^]*phases\.dev\.purpose: [^]*got: ""[^]*phases\.dev\.data: [^]*got: "sensitive", did you mean 'synthetic'\?/,
  );
});
