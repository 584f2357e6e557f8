import { type Lock, type Organization, missingInLock, stacksOf } from '@bulkhead/model';

/** A stack that waits for ids which no deployment puts into the lock: a person writes them. */
export interface WaitingForPerson {
  readonly stack: string;
  /** Paths in the lock. */
  readonly missing: readonly string[];
}

const personsPath = 'identityCenter.';

/** Stacks that lack nothing but ids that a person writes. */
export function waitingForPerson(organization: Organization, lock: Lock): readonly WaitingForPerson[] {
  return stacksOf(organization)
    .map((stack) => ({ stack: stack.name, missing: missingInLock(stack, organization, lock) }))
    .filter(({ missing }) => missing.length > 0 && missing.every((path) => path.startsWith(personsPath)));
}

/**
 * What a person has to do before people can sign in; nothing where it is done or where they are IAM users.
 *
 * No Terraform resource and no call of AWS's API enables an organization's Identity Center.
 */
export function identityPreflight({ name, enterprise, regions, groups }: Organization, lock: Lock): readonly string[] {
  if (enterprise.signIn !== 'identity-center') return [];
  const waits = `${name}-identity waits until then, everything else goes on`;
  if (!lock.identityCenter) {
    return [
      [
        'people come from IAM Identity Center, which a person enables:',
        `  1. sign in to the management account, open IAM Identity Center in ${regions[0]}, enable it for the organization`,
        '  2. in its settings, demand a second factor at every sign-in',
        '  3. aws sso-admin list-instances prints two ids: write them to organization.lock.json, with the Region, as',
        `     "identityCenter": { "instanceArn": "arn:aws:sso:::instance/…", "identityStoreId": "d-…", "region": "${regions[0]}" }`,
        waits,
      ].join('\n'),
    ];
  }
  const { groups: ids } = lock.identityCenter;
  const missing = ids ? groups.filter((group) => ids[group.name] === undefined).map((group) => group.name) : [];
  if (missing.length === 0) return [];
  return [
    [
      `the identity provider has no group for ${missing.join(', ')}: create them there,`,
      'and write their ids to identityCenter.groups in organization.lock.json',
      waits,
    ].join('\n'),
  ];
}
