import { accountsOf } from './accounts.ts';
import { staffed } from './definition.fixture.ts';
import { parseOrganization } from './parse-organization.ts';
import { maxPermissionSetName, permissionSetName, userArnPattern } from './people-names.ts';
import {
  alarmTopicArn,
  artifactsBucketName,
  logDestinationArn,
  sharedServicesBucketName,
  trailArn,
} from './shared-services-names.ts';

const account = '000000000012';

test.each([
  [sharedServicesBucketName('acme', 'access-logs', account), 'acme-shared-services-access-logs-000000000012'],
  [artifactsBucketName('acme-delivery', account), 'acme-delivery-artifacts-000000000012'],
  [trailArn('acme', 'eu-west-1', account), 'arn:aws:cloudtrail:eu-west-1:000000000012:trail/acme-trail'],
  [logDestinationArn('eu-west-1', account, 'shop'), 'arn:aws:logs:eu-west-1:000000000012:destination:bulkhead-shop'],
  [alarmTopicArn('acme', 'security', 'eu-west-1', account), 'arn:aws:sns:eu-west-1:000000000012:acme-security'],
  [userArnPattern(account), 'arn:aws:iam::000000000012:user/people/*'],
  [userArnPattern(account, '/break-glass/'), 'arn:aws:iam::000000000012:user/break-glass/*'],
])('%s is known before anything is deployed', (name, expected) => {
  expect(name).toBe(expected);
});

test('every permission set of an organization has a name that AWS takes, and no two roles share one', () => {
  const { groups, ...rest } = parseOrganization(staffed);
  const phaseOf = new Map(accountsOf({ groups, ...rest }).map(({ name, phase }) => [name, phase]));
  const sets = new Map<string, Set<string>>();
  for (const { becomes } of groups) {
    for (const { account: name, role } of becomes) {
      const set = permissionSetName(role, phaseOf.get(name) ?? '');
      sets.set(set, (sets.get(set) ?? new Set()).add(role));
    }
  }
  expect([...sets.keys()]).toEqual(
    expect.arrayContaining(['appeng-dev', 'auditor-shared-services', 'security-admin-shared-services', 'reader-shop']),
  );
  expect([...sets.keys()].filter((name) => name.length > maxPermissionSetName)).toEqual([]);
  expect([...sets.values()].filter((roles) => roles.size > 1)).toEqual([]);
});
