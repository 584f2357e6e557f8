import { App, TerraformStack, Testing } from 'cdktf';
import { GuardrailPolicy } from './guardrail-policy.ts';

/** The text of a policy in Terraform, and after Terraform has read it: `$${` is its way to write `${`. */
function written(content: string) {
  const stack = new TerraformStack(new App(), 'test');
  new GuardrailPolicy(stack, 'policy', {
    name: 'n',
    description: 'd',
    type: 'SERVICE_CONTROL_POLICY',
    content,
    targets: {},
  });
  const { resource } = JSON.parse(Testing.synth(stack)) as {
    resource: { aws_organizations_policy: Readonly<Record<string, { readonly content: string }>> };
  };
  const [policy] = Object.values(resource.aws_organizations_policy);
  const inTerraform = policy?.content ?? '';
  return { inTerraform, inAws: inTerraform.replaceAll('$${', '${') };
}

test.each([
  ['{"StringEquals":{"aws:ResourceAccount":["${aws:PrincipalAccount}"]}}'],
  ['{"Resource":["arn:aws:s3:::${aws:PrincipalTag/team}-${aws:PrincipalAccount}/*"]}'],
  ['{"StringEquals":{"aws:PrincipalTag/price":["${$}5"]}}'],
])("a policy's variables are not Terraform's: %s reaches AWS as it is", (content) => {
  const { inTerraform, inAws } = written(content);
  expect(inAws).toBe(content);
  // nothing is left that Terraform would fill in
  expect(inTerraform.replaceAll('$${', '')).not.toContain('${');
});

test('a policy without variables is written as it is', () => {
  const content = '{"Resource":["arn:aws:s3:::bucket/*"],"price":"$5"}';
  expect(written(content).inTerraform).toBe(content);
});
