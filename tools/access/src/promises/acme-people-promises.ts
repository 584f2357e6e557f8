import { assume, signedIn } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const runtime = {
  retail: ['acme-retail-dev', 'acme-retail-stage', 'acme-retail-prod', 'acme-retail-dr'],
  bi: ['acme-bi-sandbox', 'acme-bi-dev', 'acme-bi-prod'],
  startup: ['acme-startup-dev', 'acme-startup-prod'],
} as const;

const inAccounts = (role: string, accounts: readonly string[]) => accounts.map((each) => `${each}/bulkhead/${role}`);

/** Roles by group, written by hand: the model must not say what the model is checked against. */
const rolesOf = {
  'retail-appeng': inAccounts('appeng', ['acme-retail-dev']),
  'retail-operator': inAccounts('operator', ['acme-retail-stage', 'acme-retail-prod', 'acme-retail-dr']),
  'retail-observer': inAccounts('observer', runtime.retail),
  'retail-on-call': inAccounts('operator', ['acme-retail-prod', 'acme-retail-dr']),
  'retail-telemetry': ['acme-shared-services/bulkhead/reader-retail'],
  'retail-delivery': ['acme-delivery/bulkhead/delivery-user'],
  'bi-appeng': inAccounts('appeng', ['acme-bi-sandbox', 'acme-bi-dev']),
  'bi-operator': inAccounts('operator', ['acme-bi-prod']),
  'bi-observer': inAccounts('observer', runtime.bi),
  'bi-telemetry': ['acme-shared-services/bulkhead/reader-bi'],
  'bi-delivery': ['acme-delivery/bulkhead/delivery-user'],
  'startup-appeng': inAccounts('appeng', ['acme-startup-dev']),
  'startup-operator': inAccounts('operator', ['acme-startup-prod']),
  'startup-observer': inAccounts('observer', runtime.startup),
  'startup-telemetry': ['acme-shared-services/bulkhead/reader-startup'],
  'startup-delivery': ['acme-startup-delivery/bulkhead/delivery-user'],
  'telemetry-readers': ['acme-shared-services/bulkhead/telemetry-reader'],
  'platform-engineers': ['acme-delivery/bulkhead/controller'],
  auditors: ['*/bulkhead/auditor'],
  'security-administrators': [
    ...['*/bulkhead/security-administrator', 'acme-delivery/bulkhead/delivery-admin'],
    'acme-startup-delivery/bulkhead/delivery-admin',
  ],
} satisfies Readonly<Record<string, readonly string[]>>;

const groupsOf: Readonly<Record<string, readonly (keyof typeof rolesOf)[]>> = {
  'anna.keller': ['retail-appeng', 'retail-observer', 'retail-telemetry'],
  'luis.ferreira': ['retail-operator', 'retail-observer', 'retail-delivery', 'retail-on-call'],
  'mina.sato': ['bi-appeng', 'bi-observer'],
  'jonas.weber': ['bi-operator', 'bi-telemetry', 'bi-delivery'],
  'priya.nair': ['startup-appeng', 'startup-operator', 'startup-delivery'],
  'sofia.rossi': ['retail-appeng', 'bi-observer'],
  'tom.brandt': ['security-administrators'],
  'eva.lind': ['auditors', 'telemetry-readers'],
};

const butThese = (places: readonly string[]) => places.map((each) => `!${each}`);

const ofGroups = Object.entries(rolesOf).flatMap(([group, places]): readonly AccessPromise[] => {
  const who = { kinds: ['any-member'], names: `people/any-member-of-${group}` } as const;
  return [
    {
      sentence: `a member of ${group} becomes what the group is for`,
      of: 'members',
      who,
      does: assume,
      to: { kinds: ['role'], places, examples: false },
      context: { ...signedIn, [`aws:PrincipalTag/group-${group}`]: 'member' },
      expected: 'allowed',
      mayBeEmpty: true,
    },
    {
      sentence: `a member of ${group} becomes nobody else, not even where a role lets everybody in`,
      of: 'members',
      who,
      does: assume,
      to: {
        kinds: ['opened-role'],
        places: [...butThese(places.map((each) => `${each}*`)), '!acme-identity/*'],
      },
      expected: 'denied',
    },
  ];
});

const byName: readonly AccessPromise[] = [
  ...ofGroups,
  ...Object.entries(groupsOf).map(([person, groups]): AccessPromise => ({
    sentence: `${person} becomes what their groups are for, signed in with a second factor`,
    of: 'members',
    who: { kinds: ['user'], names: `people/${person}` },
    does: assume,
    to: { kinds: ['role'], places: groups.flatMap((group) => rolesOf[group]), examples: false },
    context: signedIn,
    expected: 'allowed',
  })),
  ...Object.entries(groupsOf).map(([person, groups]): AccessPromise => ({
    sentence: `${person} is let in nowhere but where a group of theirs is, whatever they are allowed`,
    of: 'members',
    who: { kinds: ['user', 'unlimited'], names: [`people/${person}`, `people/${person},*`] },
    does: assume,
    to: { kinds: ['role'], places: butThese(groups.flatMap((group) => rolesOf[group])), examples: false },
    expected: 'denied',
  })),
  {
    sentence: 'application engineers of a unit are let into its dev only: not into stage or prod',
    of: 'local-roles',
    who: { kinds: ['any-member'], names: '*-appeng' },
    does: 'become',
    to: { kinds: ['role'], in: { Phase: ['stage', 'prod', 'dr'] } },
    expected: 'denied',
  },
];

/** Who becomes whom in the example organization, by the names of users and groups of IAM. */
export const acmePeoplePromises: readonly AccessPromise[] = byName.map((each) => ({ ...each, signIn: 'iam-users' }));
