import { staffedWith } from './definition.fixture.ts';
import { checkDefinition } from './parse-organization.ts';

type Path = readonly (string | number)[];
type Value = Parameters<typeof staffedWith>[1];

const pipelines = ['enterprise', 'delivery', 'pipelines'];
const first = [...pipelines, 0];
const at = 'enterprise.delivery.pipelines[0]';
const environment = (settings: object) => [[...first, 'environments'], [{ name: 'prod', ...settings }]] as const;
const gitlab = (settings: object = {}) => ({
  gitlab: 'shop/platform',
  environments: [{ name: 'dev', branch: 'main', planBranch: 'develop', ...settings }],
});
const own = ['businessUnits', 'shop', 'pipelines'];
const long = `acme/${'a'.repeat(50)}`;

type Case = [title: string, path: Path, value: Value, ...problems: [where: string, says: string][]];
const cases: Case[] = [
  [
    'a pipeline is on an unknown host',
    first,
    { bitbucket: 'x/y', environments: ['prod'] },
    [at, 'must name a repository on a known host: github, gitlab'],
  ],
  ['a pipeline names no repository', first, {}, [at, 'known host']],
  ['a pipeline is a text', first, 'acme/platform', [at, 'must be a pipeline like']],
  [
    'a pipeline is a URL of another host',
    [...first, 'github'],
    'https://bitbucket.org/x/y',
    [`${at}.github`, 'known host: github, gitlab'],
  ],
  [
    'a pipeline is a URL of its host',
    [...first, 'github'],
    'https://github.com/x/y',
    [`${at}.github`, 'must be a repository like'],
  ],
  [
    'a pipeline has two repositories',
    first,
    { github: 'x/y', gitlab: 'x/y', environments: ['prod'] },
    [at, 'must name one repository, on github or on gitlab'],
  ],
  ['a repository is a wildcard', [...first, 'github'], 'example/*', [`${at}.github`, 'must be exact']],
  [
    'a project is a wildcard',
    own,
    [{ ...gitlab(), gitlab: 'shop/*' }],
    ['businessUnits.shop.pipelines[0].gitlab', 'must be exact'],
  ],
  [
    'a project has no group',
    own,
    [{ ...gitlab(), gitlab: 'shop' }],
    ['businessUnits.shop.pipelines[0].gitlab', 'must be a repository'],
  ],
  ['an environment is a wildcard', [...first, 'environments'], ['prod*'], [`${at}.environments[0]`, 'must be exact']],
  [
    "an environment's name is a wildcard",
    ...environment({ name: 'pro?' }),
    [`${at}.environments[0].name`, 'must be exact'],
  ],
  [
    'a planning environment is a wildcard',
    ...environment({ plan: '*' }),
    [`${at}.environments[0].plan`, 'must be exact'],
  ],
  [
    'a branch is a wildcard',
    own,
    [gitlab({ branch: 'release/*' })],
    ['businessUnits.shop.pipelines[0].environments[0].branch', 'must be exact'],
  ],
  [
    'a planning branch is a wildcard',
    own,
    [gitlab({ planBranch: 'f?' })],
    ['businessUnits.shop.pipelines[0].environments[0].planBranch', 'must be exact'],
  ],
  [
    'an environment adds a part to the subject',
    [...first, 'environments'],
    ['prod:ref'],
    [`${at}.environments[0]`, 'must have no colon'],
  ],
  [
    'a branch adds a part to the subject',
    own,
    [gitlab({ branch: 'main:x' })],
    ['businessUnits.shop.pipelines[0].environments[0].branch', 'must have no colon'],
  ],
  [
    'an environment is a policy variable',
    [...first, 'environments'],
    ['${aws}'],
    [`${at}.environments[0]`, 'letters, digits and _+=,.@- only'],
  ],
  [
    'an environment is a number',
    [...first, 'environments'],
    [7],
    [`${at}.environments[0]`, 'must be an environment like'],
  ],
  [
    'an environment has no name',
    [...first, 'environments'],
    [''],
    [`${at}.environments[0]`, 'must be the name of an environment'],
  ],
  [
    'an environment has a mistyped key',
    ...environment({ phase: ['prod'] }),
    [`${at}.environments[0].phase`, 'is no key'],
  ],
  ['a pipeline has no environment', [...first, 'environments'], [], [`${at}.environments`, 'at least one']],
  [
    'a branch is missing',
    own,
    [gitlab({ branch: undefined })],
    [
      'businessUnits.shop.pipelines[0].environments[0].branch',
      "must name the protected branch, GitLab's token says no environment",
    ],
  ],
  [
    'the branch that plans is the one that applies',
    own,
    [gitlab({ planBranch: 'main' })],
    ['businessUnits.shop.pipelines[0].environments[0].planBranch', 'must be another branch than the one that applies'],
  ],
  [
    'the environment that plans is the one that applies',
    ...environment({ plan: 'prod' }),
    [`${at}.environments[0].plan`, 'must be another environment than the one that applies'],
  ],
  [
    'an environment deploys an unknown phase',
    ...environment({ phases: ['dev', 'prd'] }),
    [`${at}.environments[0].phases[1]`, 'must be a phase of the organization: dev, prod, dr'],
  ],
  [
    'an environment deploys a phase twice',
    ...environment({ phases: ['dev', 'dev'] }),
    [`${at}.environments[0].phases[1]`, 'already'],
  ],
  [
    'an environment deploys no phase',
    ...environment({ phases: [] }),
    [`${at}.environments[0].phases`, 'at least one phase'],
  ],
  [
    'nobody reviews what goes to prod',
    ...environment({ name: 'x', phases: ['dev', 'prod'], protected: false }),
    [`${at}.environments[0].protected`, 'must be protected, it deploys to prod which has protect: true'],
  ],
  ['protected is a text', ...environment({ protected: 'yes' }), [`${at}.environments[0].protected`, 'true or false']],
  [
    'an environment stands twice',
    [...first, 'environments'],
    ['prod', { name: 'prod', phases: ['dev'] }],
    [`${at}.environments[1]`, 'stands here already'],
  ],
  [
    'a branch stands twice',
    own,
    [{ gitlab: 'x/y', environments: [gitlab().environments[0], { name: 'b', branch: 'main', planBranch: 'c' }] }],
    ['businessUnits.shop.pipelines[0].environments[1]', 'stands here already'],
  ],
  [
    'a repository stands twice with one environment',
    [...pipelines, 1],
    { github: 'example/platform', environments: ['prod'] },
    ['enterprise.delivery.pipelines[1].environments[0]', 'stands here already'],
  ],
  [
    "a role's name has 65 characters",
    [...pipelines, 1],
    { github: long, environments: ['pro'] },
    ['enterprise.delivery.pipelines[1].environments[0]', 'at most 64 characters, this makes 65'],
  ],
  [
    'two repositories make one role',
    pipelines,
    [
      { github: 'a-b/c', environments: ['prod'] },
      { github: 'a/b-c', environments: ['prod'] },
    ],
    ['enterprise.delivery.pipelines[1].environments[0]', 'two pipelines would have the same role, this one and a-b/c'],
  ],
  [
    'two units make one role in the shared delivery account',
    own,
    [
      { github: 'example/platform-dev', environments: ['x'] },
      { gitlab: 'example/platform/dev', environments: [{ name: 'x', branch: 'a', planBranch: 'b' }] },
    ],
    ['businessUnits.shop.pipelines[1].environments[0]', 'same role'],
  ],
  [
    "a unit's pipeline is the enterprise's",
    own,
    [{ github: 'Example/Platform', environments: ['shop'] }],
    ['businessUnits.shop.pipelines[0]', 'deploys as the enterprise already'],
  ],

  [
    'an image repository has capitals',
    ['enterprise', 'delivery', 'images'],
    ['Base'],
    ['enterprise.delivery.images[0]', "must be a repository name like 'retail/shop'"],
  ],
  [
    'an image repository has one character',
    ['enterprise', 'delivery', 'images'],
    ['a'],
    ['enterprise.delivery.images[0]', 'up to 256'],
  ],
  [
    'an image repository has 257 characters',
    ['enterprise', 'delivery', 'images'],
    ['a'.repeat(257)],
    ['enterprise.delivery.images[0]', 'up to 256'],
  ],
  [
    'an image repository stands twice',
    ['enterprise', 'delivery', 'images'],
    ['base', 'base'],
    ['enterprise.delivery.images[1]', 'stands in this list already'],
  ],
  [
    "a unit's image repository is the enterprise's",
    ['businessUnits', 'shop', 'images'],
    ['platform/base'],
    ['businessUnits.shop.images[0]', 'is an image repository of enterprise already'],
  ],
];

test.each<Case>(cases)('%s: a problem that says where and what', (_title, path, value, ...expected) => {
  const problems = checkDefinition(staffedWith(path, value)).map(({ path: where, rule }) => [where, rule]);
  expect(problems).toEqual(expected.map(([where, says]) => [where, expect.stringContaining(says)]));
});

test.each([
  ['the same repository deploys two units from two environments', { github: 'x/y', environments: ['shop'] }, 'shop'],
  [
    'an environment without reviewers that names no phase leaves protected accounts out',
    { github: 'x/z', environments: [{ name: 'a', protected: false }] },
    'shop',
  ],
  [
    'an environment without reviewers deploys a phase that nobody protects',
    { github: 'x/z', environments: [{ name: 'a', phases: ['dev'], protected: false }] },
    'lab',
  ],
  [
    'a role of another delivery account has the same name',
    { github: 'example/platform-dev', environments: ['x'] },
    'lab',
  ],
])('%s: no problem', (_title, pipeline, unit) => {
  const others = [
    { github: 'x/y', environments: ['lab'] },
    { github: 'example/platform-dev', environments: ['x'] },
  ];
  const definition = staffedWith(['businessUnits', unit, 'pipelines'], [pipeline]) as {
    businessUnits: Record<string, { pipelines?: unknown }>;
  };
  const other = definition.businessUnits[unit === 'shop' ? 'lab' : 'shop'];
  if (other) other.pipelines = others;
  expect(checkDefinition(definition)).toEqual([]);
});

test('an environment without reviewers may name a phase whose protected accounts other pipelines deploy: no problem', () => {
  const environments = [{ name: 'a', phases: ['prod'], protected: false }];
  const definition = staffedWith([...first, 'environments'], environments) as {
    businessUnits: { shop: { pipelines?: unknown } };
  };
  expect(checkDefinition(definition).map(({ path }) => path)).toEqual([`${at}.environments[0].protected`]);
  definition.businessUnits.shop.pipelines = [{ github: 'shop/platform', environments: ['prod'] }];
  expect(checkDefinition(definition)).toEqual([]);
});
