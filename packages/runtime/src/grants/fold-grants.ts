import type { PolicyStatement } from '@bulkhead/baseline';

/**
 * Joins statements of a store's or a key's policy that differ in nothing but the role that they let in.
 *
 * Roles are named with their accounts, so nobody is let in who was not before. It is what lets a queue have 40 grants:
 * its policy takes 20 statements and 10 conditions. Source: Amazon SQS Developer Guide, policy quotas.
 */
export function foldGrants(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const groups = new Map<string, PolicyStatement[]>();
  for (const statement of statements) {
    const essence = JSON.stringify({
      ...statement,
      Sid: '',
      Principal: '',
      Condition: { ...statement.Condition, ArnEquals: {} },
    });
    groups.set(essence, [...(groups.get(essence) ?? []), statement]);
  }
  return [...groups.values()].flatMap(joined);
}

function joined(group: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const [first, ...others] = group;
  if (!first || others.length === 0) return group;
  return [
    {
      ...first,
      Sid: `${first.Sid}And${others.length}Others`,
      Principal: { AWS: [...new Set(group.flatMap(accounts))] },
      Condition: { ...first.Condition, ArnEquals: { 'aws:PrincipalArn': group.flatMap(roles) } },
    },
  ];
}

const list = (values: string | readonly string[] | undefined): readonly string[] =>
  values === undefined ? [] : typeof values === 'string' ? [values] : values;

const accounts = ({ Principal }: PolicyStatement) => (typeof Principal === 'object' ? list(Principal['AWS']) : []);
const roles = ({ Condition }: PolicyStatement) => list(Condition?.['ArnEquals']?.['aws:PrincipalArn']);
