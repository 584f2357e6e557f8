import { type Lock, parseOrganization, runtimeAccountsOf } from '@bulkhead/model';
import { definition, fullLock, statementsOf, synthesize } from './context.fixture.ts';
import { decide } from './decide.fixture.ts';

const threeUnits = {
  ...definition,
  businessUnits: {
    ...definition.businessUnits,
    lab: { owner: 'lab@example.com', costCenter: 'CC-3', phases: ['dev'] },
    'data-science': { owner: 'ds@example.com', costCenter: 'CC-4', phases: ['dev'] },
  },
};
const lock: Lock = fullLock(threeUnits);
const stack = synthesize(threeUnits, lock)['example-shared-services'] ?? {};
const units = Object.keys(threeUnits.businessUnits);
const runtimeAccounts = runtimeAccountsOf(parseOrganization(threeUnits));
const id = lock.accounts?.['example-shared-services']?.id ?? '';
const bucket = (kind: string) => `arn:aws:s3:::example-shared-services-${kind}-${id}`;
const may = (role: string) => {
  const statements = statementsOf(stack, new RegExp(`^aws_iam_role_policy\\.${role}[_-](permissions|telemetry)`));
  return (action: string, resource: string, context = {}) => decide(statements, { action, resource, context });
};

const places = runtimeAccounts.flatMap(({ name, unit }) => {
  const account = lock.accounts?.[name]?.id ?? '';
  return [
    [unit, `${bucket('archive')}/AWSLogs/o-exampleorg1/${account}/CloudTrail/x`],
    [unit, `${bucket('archive')}/AWSLogs/${account}/CloudTrail/x`],
    [unit, `${bucket('archive')}/AWSLogs/${account}/vpcflowlogs/x`],
    [unit, `${bucket('config')}/AWSLogs/${account}/Config/x`],
    [unit, `${bucket('archive')}/logs/${unit}/day=2026-01-01/x`],
  ] as const;
});

test.each(units)("readers of %s read what comes from their own accounts, and nobody else's", (unit) => {
  expect(places).toHaveLength(15);
  const read = places.filter(([, file]) => may(`reader-${unit}`)('s3:GetObject', file) === 'allows');
  expect(read).toEqual(places.filter(([owner]) => owner === unit));
});

test.each(units)("readers of %s list no keys but those under their accounts' prefixes", (unit) => {
  const list = (prefix: string) => may(`reader-${unit}`)('s3:ListBucket', bucket('archive'), { 's3:prefix': prefix });
  expect(list('')).toBe('nothing');
  expect(units.filter((each) => list(`logs/${each}/`) === 'allows')).toEqual([unit]);
});

test.each(units)('readers of %s learn where the buckets are that they ask Athena about, and of no other', (unit) => {
  const kinds = ['archive', 'config', 'access-logs', 'billing', 'queries'];
  const located = kinds.filter((kind) => may(`reader-${unit}`)('s3:GetBucketLocation', bucket(kind)) === 'allows');
  expect(located).toEqual(['archive', 'config', 'queries']);
});

test('auditors read every bucket that holds telemetry', () => {
  for (const kind of ['archive', 'config', 'access-logs', 'billing']) {
    expect(may('auditor')('s3:GetObject', `${bucket(kind)}/any/key`)).toBe('allows');
  }
});

test('telemetry readers watch, and read no bucket', () => {
  const telemetryReader = may('telemetry-reader');
  expect(telemetryReader('cloudwatch:GetMetricData', '*')).toBe('allows');
  expect(telemetryReader('xray:BatchGetTraces', '*')).toBe('allows');
  for (const kind of ['archive', 'config', 'access-logs', 'billing', 'queries']) {
    expect(telemetryReader('s3:GetObject', `${bucket(kind)}/x`)).toBe('nothing');
    expect(telemetryReader('s3:ListBucket', bucket(kind))).toBe('nothing');
  }
});

test.each([...units.map((unit) => `reader-${unit}`), 'auditor'])(
  '%s writes nothing but results of its own queries',
  (role) => {
    const workgroup = role === 'auditor' ? 'auditors' : role;
    const others = ['auditors', ...units.map((unit) => `reader-${unit}`)].filter((each) => each !== workgroup);
    expect(may(role)('s3:PutObject', `${bucket('queries')}/${workgroup}/x`)).toBe('allows');
    for (const other of others) {
      for (const action of ['s3:PutObject', 's3:GetObject']) {
        expect(may(role)(action, `${bucket('queries')}/${other}/x`)).toBe('nothing');
      }
    }
    for (const action of ['s3:PutObject', 's3:DeleteObject', 's3:PutObjectRetention', 's3:PutBucketPolicy']) {
      for (const kind of ['archive', 'config', 'access-logs', 'billing']) {
        expect(may(role)(action, `${bucket(kind)}/x`)).toBe('nothing');
      }
    }
    for (const action of ['cloudtrail:StopLogging', 'glue:UpdateTable', 'logs:DeleteLogGroup', 'kms:PutKeyPolicy']) {
      expect(may(role)(action, '*')).toBe('nothing');
    }
  },
);

test('a workgroup says where results lie, whatever a query says', () => {
  const workgroups = Object.entries(stack).filter(([address]) => address.startsWith('aws_athena_workgroup.'));
  expect(workgroups.map(([address]) => address.split('.')[1]).sort()).toEqual(
    ['queries-auditors', ...units.map((unit) => `queries-${unit}`)].sort(),
  );
  for (const [, { name, configuration }] of workgroups) {
    expect(configuration).toMatchObject({
      enforce_workgroup_configuration: true,
      result_configuration: { output_location: `s3://${bucket('queries').slice(13)}/${String(name)}/` },
    });
  }
});

test('every table lies where the services deliver, with a partition for each account, Region and day', () => {
  const table = (name: string) => {
    const [, found] =
      Object.entries(stack).find(([, resource]) => resource['table_type'] && resource['name'] === name) ?? [];
    return found?.['parameters'] as Readonly<Record<string, string>>;
  };
  const archive = `s3://${bucket('archive').slice(13)}`;
  expect(table('trail')['storage.location.template']).toBe(
    `${archive}/AWSLogs/o-exampleorg1/$\${account}/CloudTrail/$\${region}/$\${day}`,
  );
  expect(table('objects')['storage.location.template']).toBe(
    `${archive}/AWSLogs/$\${account}/CloudTrail/$\${region}/$\${day}`,
  );
  expect(table('flow')['storage.location.template']).toBe(
    `${archive}/AWSLogs/$\${account}/vpcflowlogs/$\${region}/$\${day}`,
  );
  expect(table('logs_data_science')['storage.location.template']).toBe(`${archive}/logs/data-science/day=$\${day}`);
  const accounts = table('trail')['projection.account.values']?.split(',');
  expect(accounts).toEqual(
    expect.arrayContaining(['000000000001', ...Object.values(lock.accounts ?? {}).map((account) => account.id)]),
  );
});
