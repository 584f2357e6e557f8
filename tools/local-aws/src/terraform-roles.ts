import { type PolicyDocument, administratorAccess } from './policy-document.ts';
import { type TerraformStack, list, object, policyText, referenced, resourcesOf, text } from './terraform-stack.ts';
import type { WorldRole } from './world.ts';

/** Managed policies that are known here; another one grants nothing. */
const managedPolicies: Readonly<Record<string, PolicyDocument>> = {
  'arn:aws:iam::aws:policy/AdministratorAccess': administratorAccess,
};

/** The roles of every account, with their inline and attached policies. */
export function rolesFromTerraform(stacks: readonly TerraformStack[]): WorldRole[] {
  return resourcesOf(stacks, 'aws_iam_role').flatMap(({ id, values, stack }) => {
    if (stack.accountId === undefined) return [];
    const name = text(values['name']);
    const isOwn = (role: unknown) => role === name || referenced(role)?.id === id;
    const own = (type: string) => resourcesOf([stack], type).filter((each) => isOwn(each.values['role']));
    const inline = list(values['inline_policy']).map((each) => object(each)['policy']);
    const attached = own('aws_iam_role_policy_attachment').map((each) => text(each.values['policy_arn']));
    return [
      {
        accountId: stack.accountId,
        path: text(values['path']) || '/',
        name,
        trust: parsePolicy(values['assume_role_policy']),
        permissions: [
          ...[...inline, ...own('aws_iam_role_policy').map((each) => each.values['policy'])].map(parsePolicy),
          ...attached.flatMap((arn) => managedPolicies[arn] ?? []),
        ],
      },
    ];
  });
}

function parsePolicy(value: unknown): PolicyDocument {
  try {
    return JSON.parse(policyText(value)) as PolicyDocument;
  } catch (cause) {
    throw new Error(`a policy in the synthesized Terraform is no JSON, got: ${text(value).slice(0, 80)}`, { cause });
  }
}
