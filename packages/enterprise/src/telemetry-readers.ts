import {
  type AccountStack,
  PlatformRole,
  type PolicyStatement,
  type PrivateBucket,
  type StackContext,
  localSessionSeconds,
  localTrust,
  policyJson,
} from '@bulkhead/baseline';
import { type EnterpriseAccount, accountsOf, runtimeAccountsOf } from '@bulkhead/model';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { logPrefix } from './log-stream.ts';
import { QueriesBucket } from './queries-bucket.ts';
import { ReaderWorkgroup } from './reader-workgroup.ts';
import { type Reading, readingStatements } from './reading.ts';
import { TelemetryCatalog } from './telemetry-catalog.ts';
import type { TelemetryFlow } from './telemetry-flow.ts';
import { commonTables, logTableName, telemetryTables } from './telemetry-tables.ts';

export interface TelemetryReadersProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  readonly keyArn: string;
  readonly accessLogs: PrivateBucket;
}

/**
 * Adds who reads telemetry, and what they ask it with: auditors read all of it, a unit's readers what comes from their
 * own accounts, and telemetry readers watch through CloudWatch. None of them changes anything.
 *
 * They stand directly in the stack, with flat ids.
 */
export function addTelemetryReaders(
  stack: AccountStack,
  account: EnterpriseAccount,
  context: StackContext,
  props: TelemetryReadersProps,
): void {
  const { organization, lock } = context;
  const { flow, provider } = props;
  const units = organization.businessUnits.map(({ name }) => name);
  new QueriesBucket(stack, 'queries', props);
  new TelemetryCatalog(stack, 'catalog', {
    provider,
    tables: telemetryTables({
      flow,
      units,
      accountIds: [
        flow.managementId,
        ...accountsOf(organization).flatMap(({ name }) => lock.accounts?.[name]?.id ?? []),
      ],
      regions: organization.regions,
    }),
  });

  const people = { maxSessionDuration: localSessionSeconds(account, context) };
  new PlatformRole(stack, 'telemetry-reader', {
    ...people,
    name: 'telemetry-reader',
    description: 'watches metrics, logs and traces of the organization, and reads no bucket',
    trust: localTrust('telemetry-reader', account, context),
    permissions: watching,
  });
  addAuditing(stack, props);
  for (const unit of units) {
    const role = `reader-${unit}` as const;
    const reading = readingOf(unit, context, flow);
    new ReaderWorkgroup(stack, `queries-${unit}`, { ...props, name: reading.workgroup });
    new PlatformRole(stack, role, {
      ...people,
      name: role,
      description: `reads telemetry of the accounts of ${unit}`,
      trust: localTrust(role, account, context),
      permissions: readingStatements(flow, reading),
    });
  }
}

/** The auditor's role stands in every account; here it reads what was written down too. */
function addAuditing(stack: AccountStack, props: TelemetryReadersProps): void {
  const workgroup = 'auditors';
  const everything = [''];
  const auditor = stack.node.findChild('auditor');
  if (!(auditor instanceof PlatformRole)) throw new Error(`stack ${stack.node.id} has no role of auditors`);
  new ReaderWorkgroup(stack, 'queries-auditors', { ...props, name: workgroup });
  new IamRolePolicy(stack, 'auditor-telemetry', {
    name: 'telemetry',
    role: auditor.name,
    policy: policyJson(
      readingStatements(props.flow, {
        workgroup,
        prefixes: { archive: everything, config: everything, 'access-logs': everything, billing: everything },
        tables: ['*'],
      }),
    ),
  });
}

/** A unit's readers are held to prefixes: its applications' logs, and what AWS's services say of its accounts. */
function readingOf(unit: string, { organization, lock }: StackContext, flow: TelemetryFlow): Reading {
  const ids = runtimeAccountsOf(organization)
    .filter((account) => account.unit === unit)
    .flatMap(({ name }) => lock.accounts?.[name]?.id ?? []);
  return {
    workgroup: `reader-${unit}`,
    prefixes: {
      archive: [logPrefix(unit), ...ids.flatMap((id) => [`AWSLogs/${flow.organizationId}/${id}/`, `AWSLogs/${id}/`])],
      config: ids.map((id) => `AWSLogs/${id}/`),
    },
    tables: [...commonTables, logTableName(unit)],
  };
}

/** Source: Amazon CloudWatch User Guide, cross-account observability: a monitoring account reads what is linked. */
const watching: readonly PolicyStatement[] = [
  {
    Sid: 'Watch',
    Effect: 'Allow',
    Action: [
      ...['cloudwatch:Describe*', 'cloudwatch:Get*', 'cloudwatch:List*'],
      ...['logs:Describe*', 'logs:FilterLogEvents', 'logs:Get*', 'logs:List*', 'logs:StartQuery', 'logs:StopQuery'],
      ...['oam:ListAttachedLinks', 'oam:ListSinks', 'xray:BatchGet*', 'xray:Get*'],
    ],
    Resource: '*',
  },
];
