import type { AccessPromise, AccountPattern } from './promise.ts';

const common = { of: 'declared', expected: 'denied' } as const;
const decrypts = { actions: ['kms:Decrypt', 'kms:GenerateDataKey'] } as const;

/** Workloads of a unit by Region, and the service and the alias of the key that they have there. */
const ownKeys: readonly {
  readonly in: AccountPattern;
  readonly where: string;
  readonly service: string;
  readonly store: string;
}[] = [
  { where: 'retail', in: { BusinessUnit: 'retail', Phase: '!dr' }, service: 's3.eu-west-1', store: 'orders' },
  { where: 'retail, in dr', in: { BusinessUnit: 'retail', Phase: 'dr' }, service: 's3.eu-central-1', store: 'orders' },
  { where: 'bi', in: { BusinessUnit: 'bi' }, service: 'dynamodb.eu-west-1', store: 'warehouse' },
  { where: 'startup', in: { BusinessUnit: 'startup' }, service: 'sns.us-east-1', store: 'leads' },
];

/** Grants by service and store, seen from the role that has them. */
const grantedKeys: readonly {
  readonly role: string;
  readonly in: AccountPattern;
  readonly at: string;
  readonly service: string;
  readonly store: string;
}[] = [
  { role: 'loader', in: { BusinessUnit: 'bi' }, at: 'acme-retail-prod', service: 's3', store: 'orders' },
  { role: 'loader', in: { BusinessUnit: 'bi' }, at: 'acme-retail-prod', service: 'sqs', store: 'events' },
  {
    ...{ role: 'sanitizer', in: { Account: 'acme-retail-prod' }, at: 'acme-retail-stage' },
    ...{ service: 's3', store: 'orders-sanitized' },
  },
];

/** What workloads of the example organization may not do with keys, topics and the roles that others have. */
export const acmeWorkloadPromises: readonly AccessPromise[] = [
  ...ownKeys.flatMap(({ where, service, store, ...account }): readonly AccessPromise[] => {
    const asked = {
      ...common,
      who: { kinds: ['role'] as const, names: 'workload/*', ...account },
      does: decrypts,
      to: { kinds: ['key'], names: 'any-key', where: 'own account' as const },
    };
    return [
      {
        ...asked,
        sentence: `workloads of ${where} use no key of their account but those of its stores`,
        context: { 'kms:ViaService': `${service}.amazonaws.com`, 'kms:ResourceAliases': ['alias/another'] },
      },
      {
        ...asked,
        sentence: `workloads of ${where} use the keys of its stores through their services only`,
        context: { 'kms:ViaService': undefined, 'kms:ResourceAliases': [`alias/store/${store}`] },
      },
    ];
  }),
  ...grantedKeys.flatMap(({ role, at, service, store, ...account }): readonly AccessPromise[] => {
    const asked = {
      ...common,
      who: { kinds: ['role'] as const, names: `workload/${role}`, ...account },
      does: { on: { 'open-key': decrypts.actions } },
      to: { kinds: ['open-key'], in: { Account: at } },
    };
    const time = { 'aws:CurrentTime': '2026-11-24T00:00:00Z' };
    return [
      {
        ...asked,
        sentence: `${role}, granted ${store} in ${at}, uses no other key of that account by ${service}`,
        context: {
          ...time,
          'kms:ViaService': `${service}.eu-west-1.amazonaws.com`,
          'kms:ResourceAliases': ['alias/another'],
        },
      },
      {
        ...asked,
        sentence: `${role}, granted ${store} in ${at}, uses its key through ${service} only`,
        context: { ...time, 'kms:ViaService': undefined, 'kms:ResourceAliases': [`alias/store/${store}`] },
      },
    ];
  }),
  ...[
    { is: 'of another account', protocol: 'sqs', endpoint: 'arn:aws:sqs:us-east-1:222200000005:any' },
    { is: 'that is no queue and no function', protocol: 'firehose', endpoint: undefined },
  ].flatMap(({ is, protocol, endpoint }) =>
    [
      { Account: 'acme-startup-dev', id: '222200000012' },
      { Account: 'acme-startup-prod', id: '222200000013' },
    ].map(({ Account, id }): AccessPromise => ({
      ...common,
      sentence: `what runs in ${Account} subscribes to its leads with nothing ${is}`,
      who: { kinds: ['role'], names: 'workload/web', in: { Account } },
      does: { actions: ['sns:Subscribe'] },
      to: { kinds: ['topic'], names: 'leads', examples: false, where: 'own account' },
      context: {
        'sns:Protocol': protocol,
        'sns:Endpoint': endpoint ?? `arn:aws:firehose:us-east-1:${id}:deliverystream/any`,
      },
    })),
  ),
  {
    ...common,
    sentence: 'what runs in startup subscribes to no other topic',
    who: { kinds: ['role'], names: 'workload/web', in: { BusinessUnit: 'startup' } },
    does: { actions: ['sns:Subscribe'] },
    to: { kinds: ['topic'], names: 'any-topic', where: 'own account' },
  },
  ...[
    { role: 'loader', in: { BusinessUnit: 'bi' } },
    { role: 'sanitizer', in: { Account: 'acme-retail-prod' } },
  ].map(({ role, ...account }): AccessPromise => ({
    ...common,
    sentence: `who administers the account of ${role}, which has grants, changes nothing about that role`,
    who: { kinds: ['any-administrator'], ...account },
    does: {
      actions: ['iam:CreateRole', 'iam:DeleteRole', 'iam:UpdateAssumeRolePolicy', 'iam:PutRolePolicy'],
    },
    to: { kinds: ['role'], names: `workload/${role}`, where: 'own account' },
  })),
];
