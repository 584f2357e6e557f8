import type { StatementDocument } from './policy/policy.ts';
import type { StackTexts } from './terraform/read-terraform.ts';

/** Ids of a small organization: management, a `dev` and a `prod` account under one unit. */
export const ids = {
  management: '100000000000',
  dev: '100000000001',
  prod: '100000000002',
  organization: 'o-small00000',
};

/** Blocks of resources by address: `aws_iam_role.web`. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const policy = (...statements: readonly StatementDocument[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

export const allow = (
  action: string | readonly string[],
  resource: string | readonly string[] = '*',
  more: Partial<StatementDocument> = {},
): StatementDocument => ({
  ...{ Sid: 'Allow', Effect: 'Allow', Action: action, Resource: resource },
  ...more,
});

/** A role that somebody may assume. */
export const role = (
  name: string,
  principal: StatementDocument['Principal'],
  more: Partial<StatementDocument> = {},
) => ({
  name,
  assume_role_policy: policy({
    Sid: 'Trust',
    Effect: 'Allow',
    Principal: principal ?? '*',
    Action: 'sts:AssumeRole',
    ...more,
  }),
});

/** A policy of the organization and what it is attached to. */
export const attached = (name: string, type: string, content: string, targetId: string): Blocks => ({
  [`aws_organizations_policy.${name}`]: { name, type, content },
  [`aws_organizations_policy_attachment.${name}`]: {
    policy_id: `\${aws_organizations_policy.${name}.id}`,
    target_id: targetId,
  },
});

/** The lock of the small organization. */
export const lock = {
  organization: { id: ids.organization, rootId: 'r-small', managementAccountId: ids.management },
  organizationalUnits: { Runtime: 'ou-small-runtime' },
  accounts: { dev: { id: ids.dev }, prod: { id: ids.prod } },
};

const account = (name: string, tags: Readonly<Record<string, string>>) => ({
  ...{ name, tags },
  parent_id: '${aws_organizations_organizational_unit.runtime.id}',
});

const organizationBlocks: Blocks = {
  'aws_organizations_organization.this': {},
  'aws_organizations_organizational_unit.runtime': {
    name: 'Runtime',
    parent_id: '${aws_organizations_organization.this.roots[0].id}',
  },
  'aws_organizations_account.dev': account('dev', { Phase: 'dev', BusinessUnit: 'shop' }),
  'aws_organizations_account.prod': account('prod', { Phase: 'prod', BusinessUnit: 'bi' }),
};

const lockOutput = {
  organization: {
    id: '${aws_organizations_organization.this.id}',
    rootId: '${aws_organizations_organization.this.roots[0].id}',
  },
  organizationalUnits: { Runtime: '${aws_organizations_organizational_unit.runtime.id}' },
  accounts: {
    dev: { id: '${aws_organizations_account.dev.id}' },
    prod: { id: '${aws_organizations_account.prod.id}' },
  },
};

/** Text of a stack as `cdktf synth` writes it. */
export function stackText(accountId: string, blocks: Blocks, output?: unknown): string {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const [address, block] of Object.entries(blocks)) {
    const [type = '', id = ''] = address.split('.');
    resource[type] = { ...resource[type], [id]: block };
  }
  return JSON.stringify({
    provider: { aws: [{ region: 'eu-west-1', allowed_account_ids: [accountId] }] },
    resource,
    ...(output !== undefined && { output: { lock: { value: output } } }),
  });
}

/** The small organization with further resources in its stacks. */
export const smallOrganization = (
  more: Partial<Readonly<Record<'organization' | 'dev' | 'prod', Blocks>>> = {},
): StackTexts => ({
  organization: stackText(ids.management, { ...organizationBlocks, ...more.organization }, lockOutput),
  dev: stackText(ids.dev, more.dev ?? {}),
  prod: stackText(ids.prod, more.prod ?? {}),
});
