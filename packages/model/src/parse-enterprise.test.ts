import { example, exampleWith, staffed, staffedWith } from './definition.fixture.ts';
import { checkDefinition, parseOrganization } from './parse-organization.ts';

type Path = readonly (string | number)[];
type Value = Parameters<typeof staffedWith>[1];

const shared = ['enterprise', 'sharedServices'];
const guardrails = ['enterprise', 'guardrails'];
const trusted = [...guardrails, 'trustedAccounts', 0];
const at = 'enterprise.guardrails.trustedAccounts[0]';

type Case = [title: string, path: Path, value: Value, ...problems: [where: string, says: string][]];
const cases: Case[] = [
  [
    'the name is too long for buckets',
    ['name'],
    'a'.repeat(23),
    ['name', "a bucket's name must have at most 63 characters, this makes 64"],
  ],
  [
    "a unit's name is too long for the bucket of its artifacts",
    ['businessUnits', 'a'.repeat(24)],
    { owner: 'a@b.example', costCenter: 'CC', phases: ['dev'], delivery: 'own' },
    [`businessUnits.${'a'.repeat(24)}.delivery`, 'at most 63 characters, this makes 64'],
  ],
  [
    'an alarm goes to no address',
    [...shared, 'alarms', 'security'],
    ['the team'],
    ['enterprise.sharedServices.alarms.security[0]', 'must be an e-mail address'],
  ],
  [
    'an alarm goes to nobody',
    [...shared, 'alarms', 'operations'],
    [],
    ['enterprise.sharedServices.alarms.operations', 'at least one e-mail address'],
  ],
  [
    'data events are of nothing',
    [...shared, 'dataEvents'],
    'some',
    ['enterprise.sharedServices.dataEvents', "'platform', 'all'"],
  ],
  [
    'a service is delegated that AWS does not delegate',
    [...shared, 'delegated', 0],
    'ram.amazonaws.com',
    ['enterprise.sharedServices.delegated[0]', 'is no service that AWS lets another account administer'],
  ],
  [
    'a service is delegated twice',
    [...shared, 'delegated'],
    ['macie.amazonaws.com', 'macie.amazonaws.com'],
    ['enterprise.sharedServices.delegated[1]', 'already'],
  ],
  [
    'limits of policies are of the future',
    [...guardrails, 'policyLimits'],
    'next',
    ['enterprise.guardrails.policyLimits', "'classic', 'current'"],
  ],
  [
    'a trusted account is no id',
    [...trusted, 'account'],
    '123',
    [`${at}.account`, 'must be an account id of 12 digits, in quotes'],
  ],
  [
    'a trusted account is a number',
    [...trusted, 'account'],
    999900000001,
    [`${at}.account`, 'must be an account id of 12 digits, in quotes'],
  ],
  [
    'a trusted account reaches an unknown service',
    [...trusted, 'services'],
    ['ec2'],
    [`${at}.services[0]`, "'s3', 'kms'"],
  ],
  ['a trusted account reaches nothing', [...trusted, 'services'], [], [`${at}.services`, 'at least one service']],
  ['a trusted account has no owner', [...trusted, 'owner'], '', [`${at}.owner`, 'must be an e-mail address']],
  [
    'a trusted account has no reason',
    [...trusted, 'reason'],
    ' ',
    [`${at}.reason`, 'must say why somebody outside gets in'],
  ],
  [
    'an account is trusted twice',
    [...guardrails, 'trustedAccounts'],
    [0, 1].map(() => ({ account: '999900000001', services: ['s3'], owner: 'a@b.example', reason: 'x' })),
    ['enterprise.guardrails.trustedAccounts[1].account', 'already'],
  ],
  ['a session has no hour', ['phases', 'dev', 'sessionHours'], 0, ['phases.dev.sessionHours', '1 to 12']],
  ['a session has 13 hours', ['phases', 'dev', 'sessionHours'], 13, ['phases.dev.sessionHours', '1 to 12']],
  ...[6, 36_501].map((keepDays): Case => [
    `backups are kept for ${keepDays} days`,
    ['phases', 'prod', 'backup'],
    { keepDays },
    ['phases.prod.backup.keepDays', 'days, 7 to 36,500'],
  ]),
];

test.each<Case>(cases)('%s: a problem that says where and what', (_title, path, value, ...expected) => {
  const problems = checkDefinition(staffedWith(path, value)).map(({ path: where, rule }) => [where, rule]);
  expect(problems).toEqual(expected.map(([where, says]) => [where, expect.stringContaining(says)]));
});

test.each([
  ['inspector.amazonaws.com', "'inspector2.amazonaws.com'"],
  ['inspector2', "'inspector2.amazonaws.com'"],
  ['ec2.amazonaws.com', undefined],
  ['lambda.amazonaws.com', undefined],
])('a service that is none, %s, comes with the nearest that exists, whose own name is near', (service, nearest) => {
  const [problem] = checkDefinition(staffedWith([...shared, 'delegated', 0], service));
  expect(problem?.suggestion).toBe(nearest);
});

test('everything new may be left out, and the defaults are these', () => {
  const { enterprise, businessUnits, pipelines, people } = parseOrganization(example);
  expect(enterprise).toMatchObject({
    secondFactorMinutes: 60,
    lock: 'compliance',
    alarms: { security: ['platform@example.com'], operations: ['platform@example.com'] },
    dataEvents: 'platform',
    delegated: ['access-analyzer', 'cloudtrail', 'config', 'config-multiaccountsetup', 'guardduty', 'securityhub'].map(
      (service) => `${service}.amazonaws.com`,
    ),
    images: [],
    policyLimits: 'classic',
    trustedAccounts: [],
  });
  expect(businessUnits.map(({ images }) => images)).toEqual([[], []]);
  expect(people).toEqual([]);
  expect(pipelines.map(({ unit, repository }) => [unit, repository])).toEqual([['enterprise', 'example/platform']]);
});

test('what a definition says of the enterprise is taken as it is', () => {
  expect(parseOrganization(staffed).enterprise).toMatchObject({
    secondFactorMinutes: 30,
    alarms: { security: ['security@example.com'], operations: ['platform@example.com'] },
    dataEvents: 'all',
    images: ['platform/base'],
    policyLimits: 'current',
    trustedAccounts: [{ account: '999900000001', services: ['s3'] }],
  });
});

test('a session lasts 8 hours where data is harmless and 4 where it is not, or as long as the phase says', () => {
  const hours = (definition: unknown) =>
    parseOrganization(definition).businessUnits.map(({ phases }) => phases.map(({ rules }) => rules.sessionHours));
  expect(hours(example)).toEqual([[8, 4, 4], [8]]);
  expect(hours(exampleWith(['phases', 'prod', 'sessionHours'], 1))).toEqual([[8, 1, 1], [8]]);
});
