import type { Lock } from '@bulkhead/model';
import type { SynthesizedStack } from './synthesized.fixture.ts';

type Stacks = Readonly<Record<string, SynthesizedStack>>;
type Resource = SynthesizedStack['resources'][string];

interface Statement {
  readonly Effect: string;
  readonly Principal?: { readonly AWS?: string };
  readonly Action?: string;
  readonly Resource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** As what somebody asks for a role. */
export interface Principal {
  readonly user: string;
  readonly arn: string;
  readonly accountId: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Policies that hold for it, as text. */
  readonly policies: readonly string[];
}

/** A role of a stack's account. */
interface Role {
  readonly account: string;
  readonly name: string;
  readonly arn: string;
  readonly trust: string;
}

/** Who becomes what, `anna.keller becomes appeng in acme-retail-dev`, read from Terraform and from nothing else. */
export function cellsOf(principals: readonly Principal[], roles: readonly Role[]): readonly string[] {
  const cells = principals.flatMap((principal) =>
    roles
      .filter((role) => asks(principal, role) && letsIn(role, principal))
      .map(({ name, account }) => `${principal.user} becomes ${name} in ${account}`),
  );
  return [...new Set(cells)].sort();
}

/** The platform's roles in the accounts of an organization. */
export function rolesOf(stacks: Stacks, lock: Lock): readonly Role[] {
  return Object.entries(stacks).flatMap(([account, { resources }]) => {
    const id = lock.accounts?.[account]?.id;
    return id === undefined
      ? []
      : ofType(resources, 'aws_iam_role').map((role) => ({
          account,
          name: String(role['name']),
          arn: `arn:aws:iam::${id}:role${String(role['path'])}${String(role['name'])}`,
          trust: String(role['assume_role_policy']),
        }));
  });
}

/** IAM users with their own policies and those of their groups. */
export function usersOf(stacks: Stacks, lock: Lock): readonly Principal[] {
  const { resources = {} } = stacks['acme-identity'] ?? {};
  const accountId = lock.accounts?.['acme-identity']?.id ?? '';
  return Object.entries(resources)
    .filter(([address]) => address.startsWith('aws_iam_user.'))
    .map(([address, user]) => {
      const reference = `\${${address}.name}`;
      const memberships = ofType(resources, 'aws_iam_user_group_membership').filter(
        (each) => each['user'] === reference,
      );
      const groups = memberships.flatMap((each) => each['groups'] as readonly string[]);
      return {
        user: String(user['name']),
        arn: `arn:aws:iam::${accountId}:user${String(user['path'])}${String(user['name'])}`,
        accountId,
        tags: (user['tags'] ?? {}) as Readonly<Record<string, string>>,
        policies: [
          ...ofType(resources, 'aws_iam_user_policy').filter((each) => each['user'] === reference),
          ...ofType(resources, 'aws_iam_group_policy').filter((each) => groups.includes(String(each['group']))),
        ].map((each) => String(each['policy'])),
      };
    });
}

/** Sessions of permission sets: one for each assignment of a group, for each of its members. */
export function sessionsOf(stacks: Stacks, region: string): readonly Principal[] {
  const { resources = {} } = stacks['acme-identity'] ?? {};
  const path = region === 'us-east-1' ? '' : `${region}/`;
  return Object.entries(resources)
    .filter(([address]) => address.startsWith('aws_identitystore_user.'))
    .flatMap(([address, user]) => {
      const groups = ofType(resources, 'aws_identitystore_group_membership')
        .filter((each) => each['member_id'] === `\${${address}.user_id}`)
        .map((each) => each['group_id']);
      return ofType(resources, 'aws_ssoadmin_account_assignment')
        .filter((each) => groups.includes(each['principal_id']))
        .map((assignment) => {
          const set = assignment['permission_set_arn'];
          const name = Object.entries(resources).find(([each]) => `\${${each}.arn}` === set)?.[1]['name'];
          const accountId = String(assignment['target_id']);
          return {
            user: String(user['user_name']),
            arn: `arn:aws:iam::${accountId}:role/aws-reserved/sso.amazonaws.com/${path}AWSReservedSSO_${String(name)}_0123456789abcdef`,
            accountId,
            tags: {},
            policies: ofType(resources, 'aws_ssoadmin_permission_set_inline_policy')
              .filter((each) => each['permission_set_arn'] === set)
              .map((each) => String(each['inline_policy'])),
          };
        });
    });
}

const ofType = (resources: SynthesizedStack['resources'], type: string): readonly Resource[] =>
  Object.entries(resources)
    .filter(([address]) => address.startsWith(`${type}.`))
    .map(([, resource]) => resource);

const statementsIn = (policy: string) => (JSON.parse(policy) as { Statement: readonly Statement[] }).Statement;
const matches = (pattern: string, text: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);

/** With a second factor that was just shown, which every condition asks for and no deny minds. */
const asks = ({ policies }: Principal, { arn }: Role) =>
  policies
    .flatMap(statementsIn)
    .some(
      ({ Effect, Action, Resource = [] }) =>
        Effect === 'Allow' && Action === 'sts:AssumeRole' && [Resource].flat().some((pattern) => matches(pattern, arn)),
    );

const letsIn = ({ trust }: Role, { arn, accountId, tags }: Principal) =>
  statementsIn(trust).some(({ Principal: from, Condition = {} }) => {
    const patterns = [Condition['ArnLike']?.['aws:PrincipalArn'] ?? []].flat();
    return (
      from?.AWS === `arn:aws:iam::${accountId}:root` &&
      patterns.some((pattern) => matches(pattern, arn)) &&
      Object.entries(Condition['StringEquals'] ?? {}).every(
        ([key, value]) => tags[key.replace('aws:PrincipalTag/', '')] === value,
      )
    );
  });
