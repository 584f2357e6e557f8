import { afterAKill, existingIn } from './after-a-kill.ts';

/** An error as Terraform prints it without colours. */
const errorAt = (address: string, said: string) =>
  [
    `Error: ${said}`,
    '',
    `  with ${address},`,
    `  on cdk.tf.json line 2004, in resource.${address}:`,
    '2004:       }',
    '',
  ].join('\n');
const address = 'aws_s3_bucket.store-orders';

test.each([
  'creating S3 Bucket (acme-x): BucketAlreadyExists',
  'creating S3 Bucket (acme-x): operation error S3: CreateBucket, StatusCode: 409, BucketAlreadyOwnedByYou: Your previous',
  'creating IAM Role (x): StatusCode: 409, EntityAlreadyExists: Role with name x already exists.',
  'creating KMS Alias (alias/x): AlreadyExistsException: An alias with the name x already exists',
  'creating Route 53 Resolver Query Log Config (bulkhead): ResourceExistsException: it is there',
  'creating CloudWatch Logs Log Group (x): ResourceAlreadyExistsException: The specified log group already exists',
  'creating DynamoDB Table (x): ResourceInUseException: Table already exists: x',
  'creating ECR Repository (x): RepositoryAlreadyExistsException: The repository with name x exists',
  'creating ObservabilityAccessManager Link: ConflictException: Conflict of links',
  'creating Security Hub Account: ResourceConflictException: Account is already subscribed to Security Hub',
  'creating GuardDuty Detector: BadRequestException: a detector already exists for the current account.',
  'creating Organizations Policy (x): DuplicatePolicyException: One with the same name and type is there.',
  'creating AWS Organizations Account: unexpected state FAILED, last error: EMAIL_ALREADY_EXISTS',
  'aws_route53_resolver_query_log_config already exists',
])('"%s" names what is there, and how Terraform gets it', (said) => {
  expect(existingIn(errorAt(address, said))).toEqual([address]);
});

test.each([
  'creating S3 Bucket (acme-x): AccessDenied: no identity-based policy allows the action',
  'creating IAM Role (x): LimitExceeded: Cannot exceed quota for RolesPerAccount: 1000',
  'reading IAM Role (x): NoSuchEntity: The role with name x cannot be found',
  'putting S3 Bucket Policy (x): OperationAborted: A conflicting conditional operation is currently in progress',
  'creating Backup Vault (x): ConflictException: another change is in progress, try again',
  'creating Lambda Function (x): ResourceNotFoundException: the layer no longer exists',
])('"%s" tells of nothing that is there', (said) => {
  expect(existingIn(errorAt(address, said))).toEqual([]);
});

test('of several errors those are taken that say so, each by its own address', () => {
  const role = 'aws_iam_role.deployer';
  const said = [
    errorAt(address, 'creating S3 Bucket (x): BucketAlreadyOwnedByYou'),
    errorAt('aws_kms_key.key', 'creating KMS Key: AccessDenied'),
    errorAt(role, 'creating IAM Role (x): EntityAlreadyExists'),
  ].join('\n');
  expect(existingIn(said)).toEqual([address, role]);
});

test('the way on names the folder, the command and what to do otherwise', () => {
  const said = [errorAt(address, 'BucketAlreadyOwnedByYou'), errorAt('aws_iam_role.deployer', 'EntityAlreadyExists')];
  const [hint = '', ...others] = afterAKill(said.join('\n'), 'apps/acme/cdktf.out/stacks/x', 'tofu');
  expect(others).toEqual([]);
  expect(hint).toContain('killed after AWS had made it');
  expect(hint).toContain('  cd apps/acme/cdktf.out/stacks/x\n');
  expect(hint).toContain(`  tofu import '${address}' <id>\n`);
  expect(hint).toContain("  tofu import 'aws_iam_role.deployer' <id>\n");
  expect(hint).toContain('remove it in AWS by hand');
});

test('a lock that a killed run left in S3 is named, with the command that frees the state', () => {
  const said = [
    'Error: Error acquiring the state lock',
    '',
    'Error message: operation error S3: PutObject, https response error',
    'StatusCode: 412, RequestID: XYIlhwVcWX0C4yk7, HostID: 9Gjjt1m=, api error',
    'PreconditionFailed: At least one of the pre-conditions you specified did not hold',
    'Lock Info:',
    '  ID:        656614bb-2b0c-0ded-212e-f87b8673f593',
    '  Path:      state-bucket/a.tfstate',
    '  Operation: OperationTypeApply',
    '  Who:       somebody@somewhere',
  ].join('\n');
  const [hint = '', ...others] = afterAKill(said, 'apps/acme/cdktf.out/stacks/x', 'terraform');
  expect(others).toEqual([]);
  expect(hint).toContain('If nobody does any more');
  expect(hint).toMatch(
    /^ {2}cd apps\/acme\/cdktf.out\/stacks\/x\n {2}terraform force-unlock 656614bb-2b0c-0ded-212e-f87b8673f593$/m,
  );
});

test('where Terraform fails for another reason, nothing is said', () => {
  expect(afterAKill(errorAt(address, 'AccessDenied'), 'folder', 'terraform')).toEqual([]);
});
