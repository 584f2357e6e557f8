import {
  type OrganizationDefinition,
  charactersBesidesNames,
  charactersOfNames,
  madeUpLock,
  namedReaches,
  parseOrganization,
} from '@bulkhead/model';
import { synthesize } from './context.fixture.ts';
import { type Resources, iamOverflow } from './iam-overflow.ts';
import { withPeople } from './people.fixture.ts';

const times = <Value>(count: number, make: (index: number) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, make(index)]));
const named = (name: string) => ({ name });
/** A policy with so many characters. */
const policy = (characters: number) => 'x'.repeat(characters);
const trusting = (characters: number) => ({ name: 'deployer', assume_role_policy: policy(characters) });

const cases: readonly (readonly [title: string, resources: (most: number) => Resources, most: number, says: string])[] =
  [
    ['users', (most) => ({ aws_iam_user: times(most, () => named('u')) }), 5_000, 'example has 5,001 IAM users'],
    ['groups', (most) => ({ aws_iam_group: times(most, () => named('g')) }), 300, 'example has 301 IAM groups'],
    ['roles', (most) => ({ aws_iam_role: times(most, () => named('r')) }), 1_000, 'example has 1,001 IAM roles'],
    [
      'a trust',
      (most) => ({ aws_iam_role: { r: trusting(most) } }),
      2_048,
      'the trust of role deployer in example has 2,049 characters, AWS takes 2,048, 8,192 where it was raised',
    ],
    ...(
      [
        ['user', 2_048, '2,049'],
        ['group', 5_120, '5,121'],
        ['role', 10_240, '10,241'],
      ] as const
    ).map(
      ([what, most, shown]) =>
        [
          `the policies of a ${what} together`,
          (characters: number): Resources => ({
            [`aws_iam_${what}`]: { some: named('some-name') },
            [`aws_iam_${what}_policy`]: {
              one: { [what]: `\${aws_iam_${what}.some.name}`, policy: policy(1_000) },
              two: { [what]: `\${aws_iam_${what}.some.name}`, policy: policy(characters - 1_000) },
              other: { [what]: 'another', policy: policy(1_000) },
            },
          }),
          most,
          `policies of ${what} some-name in example have ${shown} characters, AWS takes`,
        ] as const,
    ),
  ];

test.each(cases)('%s up to the quota of IAM are good, and one more is told with both numbers', (_, of, most, says) => {
  expect(iamOverflow('example', of(most))).toEqual([]);
  expect(iamOverflow('example', of(most + 1))).toEqual([expect.stringContaining(says)]);
});

test('an account that overflows is not synthesized: here a role that may push to more images than its policy can name', () => {
  const images = Array.from({ length: 200 }, (_, index) => `platform/with-a-rather-long-name-${index}`);
  const definition = withPeople('iam-users');
  const { enterprise } = definition;
  const many = { ...definition, enterprise: { ...enterprise, delivery: { ...enterprise.delivery, images } } };
  expect(() => synthesize(many)).toThrow(/role apply-example-platform-prod in example-delivery have [\d,]+ characters/);
});

/** A group that comes as close to what IAM takes as it can. */
const crowded = (units: number): OrganizationDefinition => {
  const definition = withPeople('iam-users');
  const unit = { owner: 'x@example.com', costCenter: 'CC-9', phases: ['dev'], delivery: 'own' } as const;
  const businessUnits = Object.fromEntries(Array.from({ length: units }, (_, index) => [`u${index}`, unit]));
  return { ...definition, businessUnits: { ...definition.businessUnits, ...businessUnits } };
};

test('a group that the definition lets through fits into IAM, whatever the id of the organization', () => {
  const organization = parseOrganization(crowded(20));
  const lock = madeUpLock(organization, { organization: { id: `o-${'x'.repeat(32)}` } });
  const identity = synthesize(crowded(20), lock)['example-identity'] ?? {};
  const besidesNames = organization.groups.map((group) => {
    const [policy] = Object.entries(identity).filter(([at]) =>
      at.startsWith(`aws_iam_group_policy.group-${group.name}_`),
    );
    return String(policy?.[1]['policy']).length - charactersOfNames(namedReaches(group, organization));
  });
  expect(Math.min(...besidesNames)).toBeGreaterThan(0);
  expect(Math.max(...besidesNames)).toBeLessThanOrEqual(charactersBesidesNames);
  expect(Math.max(...besidesNames)).toBeGreaterThan(charactersBesidesNames - 50);
});
