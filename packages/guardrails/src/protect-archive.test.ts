import { type SharedServicesBucket, sharedServicesBucketName } from '@bulkhead/model';
import { deniedBy } from './decide.fixture.ts';
import { guardrailsOf } from './guardrails-of.ts';
import { example } from './organization.fixture.ts';
import { targetName } from './target.ts';
import { idsOf } from './ids.fixture.ts';

const account = '111122223333';
const bucket = (kind: SharedServicesBucket, key = '') =>
  `arn:aws:s3:::${sharedServicesBucketName('example', kind, account)}${key}`;
const archive = bucket('archive');
const object = bucket('archive', '/AWSLogs/o-1/trail.json.gz');
const key = `arn:aws:kms:eu-west-1:${account}:key/1`;
const alias = `arn:aws:kms:eu-west-1:${account}:alias/telemetry`;

const root = guardrailsOf(example, idsOf(example)).find(({ target }) => target.kind === 'root')?.statements ?? [];
const own =
  guardrailsOf(example, idsOf(example)).find(({ target }) => targetName(target) === 'example-shared-services')
    ?.statements ?? [];

/** Every principal that other guardrails exempt, and an administrator. */
const principals = [
  'role/bulkhead/deployer',
  'role/OrganizationAccountAccessRole',
  'role/bulkhead/controller',
  'role/bulkhead/security-administrator',
  'role/admin',
];

const denied = (action: string, resource: string, principal: string) =>
  deniedBy([...root, ...own], {
    action,
    resource,
    context: { 'aws:PrincipalArn': `arn:aws:iam::${account}:${principal}`, 'aws:RequestedRegion': 'eu-west-1' },
  });

test.each([
  ['deletes an object of the archive', 's3:DeleteObject', object],
  ['deletes a version', 's3:DeleteObjectVersion', object],
  ['goes around governance', 's3:BypassGovernanceRetention', object],
  ['shortens the retention of an object', 's3:PutObjectRetention', object],
  ['lifts a legal hold', 's3:PutObjectLegalHold', object],
  ['shortens the retention of the archive', 's3:PutBucketObjectLockConfiguration', archive],
  ['lets objects expire', 's3:PutLifecycleConfiguration', archive],
  ['stops versions', 's3:PutBucketVersioning', archive],
  ['deletes the archive', 's3:DeleteBucket', archive],
  ['removes its policy', 's3:DeleteBucketPolicy', archive],
  ['replicates deletions into it', 's3:ReplicateDelete', object],
  ['deletes a recorded configuration', 's3:DeleteObjectVersion', bucket('config', '/x')],
  ['lets recorded configurations expire', 's3:PutLifecycleConfiguration', bucket('config')],
  ['deletes an access log', 's3:DeleteObjectVersion', bucket('access-logs', '/x')],
  ['deletes billing data', 's3:DeleteObject', bucket('billing', '/x')],
  ['disables a key', 'kms:DisableKey', key],
  ['schedules the deletion of a key', 'kms:ScheduleKeyDeletion', key],
  ['edits the policy of a key', 'kms:PutKeyPolicy', key],
  ['gives its name to another key', 'kms:UpdateAlias', alias],
])('nobody %s, not the deployer', (_, action, resource) => {
  expect(principals.filter((principal) => denied(action, resource, principal).length === 0)).toEqual([]);
});

test.each([
  ['writes the policy of the archive', 's3:PutBucketPolicy', archive],
  ['writes the policy of recorded configurations', 's3:PutBucketPolicy', bucket('config')],
  ['opens billing data to others', 's3:PutBucketAcl', bucket('billing')],
  ['makes the archive public', 's3:PutBucketPublicAccessBlock', archive],
  ['takes another key for it', 's3:PutEncryptionConfiguration', archive],
  ['makes the archive anew', 's3:CreateBucket', archive],
])('nobody but who builds the account %s', (_, action, resource) => {
  const allowed = principals.filter((principal) => denied(action, resource, principal).length === 0);
  expect(allowed).toEqual(['role/bulkhead/deployer', 'role/OrganizationAccountAccessRole']);
  expect(denied(action, resource, 'role/bulkhead/break-glass')).not.toEqual([]);
});

test.each([
  ['writes the policy of the archive', 's3:PutBucketPolicy', archive],
  ['tags it', 's3:PutBucketTagging', archive],
  ['sets where its access is logged', 's3:PutBucketLogging', archive],
  ['ends access logs after their time', 's3:PutLifecycleConfiguration', bucket('access-logs')],
  ['makes a key', 'kms:CreateKey', '*'],
  ['names a new key', 'kms:CreateAlias', alias],
  ['clears results of queries', 's3:DeleteObject', bucket('queries', '/x')],
])('the deployer %s', (_, action, resource) => {
  expect(denied(action, resource, 'role/bulkhead/deployer')).toEqual([]);
});

test('elsewhere nothing of it holds: a unit deletes its own objects', () => {
  const elsewhere = guardrailsOf(example, idsOf(example)).filter(
    ({ target }) => targetName(target) !== 'example-shared-services',
  );
  const call = { action: 's3:DeleteObject', resource: object, context: { 'aws:RequestedRegion': 'eu-west-1' } };
  expect(
    elsewhere.flatMap(({ statements }) => deniedBy(statements, call)).filter((sid) => sid.startsWith('Archive')),
  ).toEqual([]);
});
