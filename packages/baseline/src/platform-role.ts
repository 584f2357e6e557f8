import { type PlatformRole as PlatformRoleName, iamQuotas, platformPath } from '@bulkhead/model';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { Construct } from 'constructs';
import { type PolicyStatement, policyJson } from './policy-json.ts';

export interface PlatformRoleProps {
  readonly name: PlatformRoleName;
  readonly description: string;
  /** Who may assume the role. */
  readonly trust: readonly PolicyStatement[];
  /** What the role may do; left out where managed policies say it. */
  readonly permissions?: readonly PolicyStatement[];
  /** Further rights, one policy for each name. */
  readonly policies?: Readonly<Record<string, readonly PolicyStatement[]>>;
  readonly managedPolicyArns?: readonly string[];
  /** `/bulkhead/` by default. */
  readonly path?: string;
  /** What bounds the role's rights. */
  readonly boundaryArn?: string;
  /** Seconds, 3,600 by default. */
  readonly maxSessionDuration?: number;
}

/** A role of the platform: it stands under `/bulkhead/`, where guardrails let nobody else touch it. */
export class PlatformRole extends Construct {
  readonly arn: string;
  /** For further policies of the role. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: PlatformRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'Default', {
      name: props.name,
      path: props.path ?? platformPath,
      description: props.description,
      assumeRolePolicy: policyJson(props.trust),
      maxSessionDuration: props.maxSessionDuration ?? 3600,
      ...(props.boundaryArn !== undefined && { permissionsBoundary: props.boundaryArn }),
    });
    this.arn = role.arn;
    this.node.addValidation({ validate: () => tooLong(props) });
    this.name = role.name;
    for (const [name, statements] of Object.entries(policiesOf(props))) {
      new IamRolePolicy(this, name, { name, role: role.name, policy: policyJson(statements) });
    }
    for (const policyArn of props.managedPolicyArns ?? []) {
      const name = policyArn.slice(policyArn.lastIndexOf('/') + 1);
      new IamRolePolicyAttachment(this, name, { role: role.name, policyArn });
    }
  }
}

const policiesOf = ({ permissions, policies }: PlatformRoleProps) => ({
  ...(permissions && { permissions }),
  ...policies,
});

function tooLong(props: PlatformRoleProps): string[] {
  const permissions = Object.values(policiesOf(props)).map((statements) => policyJson(statements).length);
  return [
    { what: 'trust', characters: policyJson(props.trust).length, most: iamQuotas.trustCharacters.most },
    {
      what: 'permissions',
      characters: permissions.reduce((sum, each) => sum + each, 0),
      most: iamQuotas.rolePolicyCharacters.most,
    },
  ]
    .filter(({ characters, most }) => characters > most)
    .map(
      ({ what, characters, most }) => `${what} of role ${props.name} have ${characters} characters, AWS takes ${most}`,
    );
}
