import { type Edit, crossing, crossingWith } from './crossing.fixture.ts';
import { checkDefinition } from './parse-organization.ts';

const shop = 'businessUnits.shop';
const lab = 'businessUnits.lab';
const grant = (changes: object = {}) => ({ ...crossing.grants?.['nightly'], ...changes });
const from = (changes: object) => grant({ from: { unit: 'lab', phase: 'prod', role: 'loader', ...changes } });
const to = (changes: object) => grant({ to: { unit: 'shop', phase: 'stage', store: 'orders', ...changes } });
const exception = (changes: object = {}) => ({ ...crossing.exceptions?.['forecast'], ...changes });
const people = { unit: 'shop', phase: 'prod', allows: 'people-read-data' };
/** A sensitive store in stage, by an exception. */
const inStage = { of: { unit: 'shop', phase: 'stage', allows: 'sensitive-data' } };
const stageHolds = [
  [`${shop}.stores.fraud`, { kind: 'table', data: 'sensitive', phases: ['stage'] }],
  ['exceptions.s', exception(inStage)],
] as const;
const alone = ['exceptions', undefined] as const;

type Case = [
  title: string,
  edits: readonly (readonly [string, unknown])[],
  ...problems: [where: string, says: string][],
];
const cases: Case[] = [
  // grants
  [
    'a grant leads to a store that is not there',
    [['grants.nightly', to({ store: 'ordres' })]],
    ['grants.nightly.to.store', 'must be a store of shop in stage: orders, events'],
  ],
  [
    'a grant leads to a unit that is not there',
    [['grants.nightly', to({ unit: 'shopp' })]],
    ['grants.nightly.to.unit', 'must be a business unit: shop, lab'],
  ],
  [
    'a grant comes from a phase that the unit lacks',
    [['grants.nightly', from({ phase: 'stage' })]],
    ['grants.nightly.from.phase', 'the unit has no account for this phase, its phases are: sandbox, dev, prod'],
  ],
  [
    'a grant is for a role that is not there',
    [['grants.nightly', from({ role: 'loadr' })]],
    ['grants.nightly.from.role', 'must be a workload or a local role of lab in prod: loader, operator, observer'],
  ],
  [
    'a grant is for a local role that its account lacks',
    [['grants.nightly', from({ role: 'appeng' })]],
    ['grants.nightly.from.role', 'must be a workload or a local role'],
  ],
  [
    'a grant goes to oneself',
    [['grants.nightly', from({ unit: 'shop', role: 'web' })]],
    ['grants.nightly', 'goes from an account to itself'],
  ],
  [
    'a grant comes from a sandbox',
    [['grants.nightly', from({ phase: 'sandbox' })]],
    ['grants.nightly.from.phase', 'a sandbox has no grants'],
  ],
  [
    'a grant leads to a sandbox',
    [['grants.nightly', to({ unit: 'lab', phase: 'sandbox' })]],
    ['grants.nightly.to.phase', 'a sandbox has no grants'],
  ],
  [
    'a grant leads to a closing account',
    [
      [`${shop}.life`, { stage: 'closing' }],
      ['grants.nightly', to({})],
    ],
    ['grants.nightly.to.phase', 'is closing, take the grant away first'],
  ],
  [
    'a grant comes from a closed account',
    [[`${lab}.life`, { dev: 'closed' }]],
    ['grants.trial.from.phase', 'is closed, take the grant away first'],
  ],
  [
    'a queue is read like a bucket',
    [['grants.nightly', to({ phase: 'prod', store: 'events' })]],
    ['grants.nightly.what', "this can't be done with a queue of another account, only consume, publish, use-key"],
  ],
  ['two grants say the same', [['grants.twice', grant()]], ['grants.twice', 'says what nightly says already']],
  [
    "a grant's name has capitals",
    [['grants.Nightly', to({})]],
    ['grants.Nightly', 'a name must be lower-case letters'],
  ],
  ['a grant has no reason', [['grants.nightly.reason', undefined]], ['grants.nightly.reason', 'must say why']],
  [
    'a unit is removed on which another one holds grants',
    [[shop, undefined]],
    ['grants.nightly.to.unit', 'must be a business unit: lab'],
    ['grants.trial.to.unit', 'must be a business unit: lab'],
  ],
  [
    'a store is removed on which another unit holds grants',
    [[`${shop}.stores.orders`, undefined]],
    ['grants.nightly.to.store', 'must be a store of shop in prod: events'],
    ['grants.trial.to.store', 'must be a store of shop in prod: events'],
  ],

  // exceptions
  [
    'a grant goes up to sensitive data and nobody answers for it',
    [alone],
    ['grants.trial', "goes up from dev to sensitive data in prod: write exceptions.<name> with of: { grant: 'trial' }"],
  ],
  [
    'a grant goes up to the data of the account that takes over from prod',
    [
      [
        'grants.nightly',
        grant({
          from: grant().from && { unit: 'lab', phase: 'dev', role: 'loader' },
          to: { unit: 'shop', phase: 'dr', store: 'orders' },
        }),
      ],
    ],
    ['grants.nightly', 'goes up from dev to sensitive data in dr'],
  ],
  [
    'a grant lets people at sensitive data of another account',
    [['grants.nightly', from({ role: 'operator' })]],
    ['grants.nightly.from.role', 'lets people at sensitive data of another account'],
  ],
  [
    'an exception has no end',
    [['exceptions.forecast.until', undefined]],
    ['exceptions.forecast.until', "must be the day on which it ends, like '2027-03-31'"],
  ],
  [
    'an exception ends at some time of a day',
    [['exceptions.forecast.until', '2027-03-31T12:00:00Z']],
    ['exceptions.forecast.until', "must be the day on which it ends, like '2027-03-31'"],
  ],
  [
    'an exception ends on a day that is not there',
    [['exceptions.forecast.until', '2027-02-29']],
    ['exceptions.forecast.until', 'must be a day that the calendar has'],
  ],
  [
    'an exception has no owner',
    [['exceptions.forecast.owner', undefined]],
    ['exceptions.forecast.owner', 'must be an e-mail address'],
  ],
  ['an exception has no reason', [['exceptions.forecast.reason', '']], ['exceptions.forecast.reason', 'must say why']],
  [
    'an exception is of a grant that needs none',
    [['exceptions.needless', exception({ of: { grant: 'nightly' } })]],
    ['exceptions.needless.of.grant', 'must be a grant that needs an exception: trial'],
  ],
  [
    'two exceptions are of one grant',
    [['exceptions.again', exception()]],
    ['exceptions.again.of', 'has an exception already, forecast'],
  ],
  [
    'an exception is of a right that there is not',
    [['exceptions.forecast.of', { unit: 'shop', phase: 'prod', allows: 'anything' }]],
    ['exceptions.forecast.of.allows', "must be one of 'people-read-data', 'sensitive-data'"],
  ],
  [
    'an exception is of a unit that is not there',
    [['exceptions.p', exception({ of: { ...people, unit: 'shpo' } })]],
    ['exceptions.p.of.unit', 'must be a business unit'],
  ],
  [
    'people read sensitive data and nobody answers for it',
    [['phases.prod.peopleReadData', true]],
    ['phases.prod.peopleReadData', "of: { unit: 'shop', phase: 'prod'"],
    ['phases.prod.peopleReadData', "of: { unit: 'shop', phase: 'dr'"],
    ['phases.prod.peopleReadData', "of: { unit: 'lab', phase: 'prod'"],
  ],
  [
    'people read sensitive data of one unit, and nobody answers for it',
    [[`${shop}.overrides.prod`, { peopleReadData: true }]],
    [`${shop}.overrides.prod.peopleReadData`, "of: { unit: 'shop', phase: 'prod'"],
    [`${shop}.overrides.prod.peopleReadData`, "of: { unit: 'shop', phase: 'dr'"],
  ],
  [
    'an exception lets people read what they read anyway',
    [['exceptions.p', exception({ of: { ...people, phase: 'stage' } })]],
    ['exceptions.p.of.allows', 'needs peopleReadData: true in stage'],
  ],
  ...(
    [
      [shop, 'dev', 'synthetic'],
      [lab, 'sandbox', 'none'],
    ] as const
  ).map(([path, phase, dataClass]): Case => {
    const unit = path === shop ? 'shop' : 'lab';
    return [
      `an exception lets sensitive data into ${phase}, where engineers build freely`,
      [
        [`${path}.stores.fraud`, { kind: 'table', data: 'sensitive', phases: [phase] }],
        ['exceptions.s', exception({ of: { unit, phase, allows: 'sensitive-data' } })],
      ],
      ['exceptions.s.of.allows', `${phase} never holds sensitive data: its class is ${dataClass}`],
    ];
  }),
  [
    'an exception lets sensitive data into prod, which holds it anyway',
    [['exceptions.s', exception({ of: { ...inStage.of, phase: 'prod' } })]],
    ['exceptions.s.of.allows', 'prod holds sensitive data without an exception'],
  ],
  [
    'an exception lets sensitive data of one unit into stage, where people read, and nobody answers for that',
    [...stageHolds, ['phases.stage.peopleReadData', true]],
    [
      'phases.stage.peopleReadData',
      "nobody reads sensitive data by default: write exceptions.<name> with of: { unit: 'shop', phase: 'stage'",
    ],
  ],

  // disaster recovery
  [
    'disaster recovery stands in the Region of prod',
    [['phases.dr.regions', ['eu-west-1']]],
    ['phases.dr.regions', 'must have its home in another Region than prod, which stands in eu-west-1 in shop'],
  ],
  [
    'disaster recovery of one unit stands in the Region of prod',
    [[`${shop}.overrides.dr`, { regions: ['eu-west-1'] }]],
    [`${shop}.overrides.dr.regions`, 'must have its home in another Region than prod'],
  ],
  [
    'disaster recovery says no Region, so that it would stand in the one of prod',
    [['phases.dr.regions', undefined]],
    ['phases.dr.regions', 'must have its home in another Region than prod'],
  ],
  [
    'disaster recovery stands in a further Region of prod',
    [[`${shop}.overrides.prod`, { regions: ['eu-west-1', 'eu-central-1'] }]],
    ['phases.dr.regions', 'which stands in eu-west-1, eu-central-1 in shop'],
  ],
  [
    'a unit has disaster recovery and no prod',
    [
      [`${lab}.phases`, ['sandbox', 'dev', 'prod', 'dr']],
      [`${shop}.phases`, ['dev', 'stage', 'dr']],
      ['grants', {}],
      alone,
    ],
    [`${shop}.phases[2]`, 'disaster recovery follows prod, which the unit does not have'],
    [`${shop}.stores.events.phases[1]`, 'the unit has no account for this phase'],
  ],

  // endings
  [
    'a sandbox has no end',
    [['phases.sandbox.expires', undefined]],
    ['phases.sandbox.expires', "a sandbox must say until when, like '2027-06-30'"],
  ],
  [
    'what is protected ends by itself',
    [['phases.prod.expires', '2027-06-30']],
    ['phases.prod.expires', "what is protected doesn't end by itself"],
  ],
  [
    'sensitive data is not backed up',
    [['phases.prod.without', ['backup']]],
    ['phases.prod.without', 'sensitive data is backed up, and shop holds it in prod'],
  ],
  [
    'sensitive data that an exception lets into stage is not backed up',
    [...stageHolds, ['phases.stage.without', ['backup']]],
    ['phases.stage.without', 'sensitive data is backed up, and shop holds it in stage'],
  ],
  ...['telemetry', 'controller', 'guardrails'].map((part): Case => [
    `a phase does without ${part}`,
    [['phases.dev.without', [part]]],
    ['phases.dev.without[0]', "can't be left out"],
  ]),
  [
    'a phase that a unit lacks comes to its end there',
    [[`${lab}.life`, { stage: 'closing' }]],
    [`${lab}.life.stage`, 'the unit has no account for this phase, its phases are: sandbox, dev, prod'],
  ],
  [
    'a protected account is closing',
    [[`${shop}.life`, { dr: 'closing' }]],
    [`${shop}.life.dr`, 'is protected: say overrides.dr.protect: false as well'],
  ],

  // stores and workloads
  [
    'a store holds data that its account must not hold',
    [[`${shop}.stores.events.data`, 'sensitive']],
    [`${shop}.stores.events.data`, 'stage must not hold sensitive data, the most is sanitized'],
  ],
  [
    "a store's name has capitals",
    [[`${shop}.stores.Leads`, { kind: 'topic' }]],
    [`${shop}.stores.Leads`, 'a name must be lower-case letters'],
  ],
  [
    'a store stands in a phase that its unit lacks',
    [[`${lab}.stores`, { models: { kind: 'table', phases: ['stage'] } }]],
    [`${lab}.stores.models.phases[0]`, 'the unit has no account for this phase, its phases are: sandbox, dev, prod'],
  ],
  [
    'a bucket has a name that S3 refuses',
    [[`${shop}.stores.${'a'.repeat(32)}`, { kind: 'bucket' }]],
    [`${shop}.stores.${'a'.repeat(32)}`, "a bucket's name must have at most 63 characters, this makes 64"],
  ],
  [
    'a workload is named like a local role',
    [[`${shop}.workloads.operator`, { runsOn: 'ecs' }]],
    [`${shop}.workloads.operator`, 'is the name of a local role'],
  ],
  [
    'a workload has a name that IAM refuses',
    [[`${shop}.workloads.${'a'.repeat(65)}`, { runsOn: 'ecs' }]],
    [`${shop}.workloads.${'a'.repeat(65)}`, "a role's name must have at most 64 characters, this makes 65"],
  ],
  [
    'a store is of a kind that there is not',
    [[`${shop}.stores.orders.kind`, 'disk']],
    [`${shop}.stores.orders.kind`, "must be one of 'bucket', 'table'"],
  ],
];

const problemsOf = (edits: readonly (readonly [string, unknown])[]) =>
  checkDefinition(crossingWith(...(edits as readonly Edit[])));

test.each(cases)('%s', (_, edits, ...expected) => {
  const problems = problemsOf(edits);
  expect(problems.map(({ path }) => path)).toEqual(expected.map(([where]) => where));
  for (const [index, [, says]] of expected.entries()) expect(problems[index]?.rule).toContain(says);
});

test('the definition that the cases change has no problem', () => {
  expect(checkDefinition(crossing)).toEqual([]);
});

test.each([
  ['grants.nightly', to({ store: 'ordrs' }), "'orders'"],
  ['grants.nightly', from({ role: 'loadr' }), "'loader'"],
  ['grants.nightly', to({ unit: 'shp' }), "'shop'"],
] as const)('a mistyped end of %s comes with the nearest that exists', (path, value, suggestion) => {
  expect(problemsOf([[path, value]])[0]?.suggestion).toBe(suggestion);
});

test.each<[string, readonly (readonly [string, unknown])[]]>([
  [
    'people read sensitive data until a day, with an exception',
    [
      [`${shop}.overrides.prod`, { peopleReadData: true }],
      ['exceptions.p', exception({ of: people })],
      ['exceptions.q', exception({ of: { ...people, phase: 'dr' } })],
      [`${shop}.overrides.dr`, { peopleReadData: true }],
    ],
  ],
  ['people read sanitized data where the phase says so', [['phases.stage.peopleReadData', true]]],
  ['a sensitive store stands in stage until a day, with an exception', stageHolds],
  [
    'people read it until a day, with another one',
    [
      ...stageHolds,
      ['phases.stage.peopleReadData', true],
      ['exceptions.p', exception({ of: { ...people, phase: 'stage' } })],
    ],
  ],
  ['sanitized data is not backed up where the phase says so', [['phases.stage.without', ['backup']]]],
  [
    'disaster recovery works in a Region of prod too, and has its home elsewhere',
    [['phases.dr.regions', ['eu-central-1', 'eu-west-1']]],
  ],
  [
    'another phase that follows prod stands in its Region, without prod in the unit too',
    [
      ['phases.canary', { purpose: 'a few customers', follows: 'prod' }],
      [`${lab}.phases`, ['sandbox', 'dev', 'prod', 'canary']],
      [`${shop}.phases`, ['dev', 'stage', 'prod', 'dr', 'canary']],
    ],
  ],
  ['a grant goes down to less sensitive data', [['grants.nightly', to({})]]],
  [
    'a protected account is closing, once it is let go of',
    [
      [`${shop}.life`, { dr: 'closing' }],
      [`${shop}.overrides.dr`, { protect: false }],
    ],
  ],
])('%s', (_, edits) => {
  expect(problemsOf(edits)).toEqual([]);
});
