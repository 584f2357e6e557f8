import { parseOrganization } from '@bulkhead/model';
import { declarativeEc2 } from './declarative-ec2.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { example, exampleDefinition } from './organization.fixture.ts';
import { organizationPolicies } from './organization-policies.ts';
import { tagPolicy } from './tag-policy.ts';
import { idsOf } from './ids.fixture.ts';

const values = (organization = example) =>
  (tagPolicy(organization) as { tags: Record<string, { tag_value?: { '@@assign': readonly string[] } }> }).tags;

test('instances ask for metadata with a token, nothing of EC2 becomes public, and there is no serial console', () => {
  expect(declarativeEc2()).toMatchObject({
    ec2_attributes: {
      instance_metadata_defaults: { http_tokens: { '@@assign': 'required' } },
      image_block_public_access: { state: { '@@assign': 'block_new_sharing' } },
      snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
      serial_console_access: { status: { '@@assign': 'disabled' } },
    },
  });
});

test('every tag of an account has a value that the tag policy knows', () => {
  expect(Object.keys(values())).toEqual(['BusinessUnit', 'CostCenter', 'DataClass', 'Owner', 'Phase']);
  expect(values()['BusinessUnit']?.tag_value?.['@@assign']).toEqual(['enterprise', 'lab', 'shop']);
  expect(values()['Phase']?.tag_value?.['@@assign']).toEqual([
    ...['delivery', 'dev', 'identity', 'management', 'prod', 'sandbox', 'shared-services'],
  ]);
  expect(values()['DataClass']?.tag_value?.['@@assign']).toEqual(['none', 'sanitized', 'sensitive', 'synthetic']);
  expect(values()['Owner']?.tag_value).toBeUndefined();
});

test('settings are one policy each, at the root, and every target tells its room for every type', () => {
  const { policies, usage } = organizationPolicies(example, idsOf(example));
  expect(policies.filter(({ content }) => content.includes('@@assign'))).toMatchObject([
    { name: 'example-ec2', type: 'DECLARATIVE_POLICY_EC2', targets: [{ kind: 'root' }] },
    { name: 'example-tags', type: 'TAG_POLICY', targets: [{ kind: 'root' }] },
  ]);
  expect(usage).toHaveLength(4 * (1 + 6 + 9));
  expect(usage.slice(0, 4).map(({ type, policies: used, policiesLeft }) => [type, used, policiesLeft])).toEqual([
    ['SERVICE_CONTROL_POLICY', 1, 2],
    ['RESOURCE_CONTROL_POLICY', 1, 3],
    ['DECLARATIVE_POLICY_EC2', 1, 9],
    ['TAG_POLICY', 1, 9],
  ]);
});

test('no two policies of an organization have one name', () => {
  const names = organizationPolicies(example, idsOf(example)).policies.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('a tag policy with more values than a policy holds is refused by name', () => {
  const businessUnits = Object.fromEntries(
    Array.from({ length: 420 }, (_, index) => [
      `unit-with-long-name-${index}`,
      { owner: 'a@example.com', costCenter: 'CC-1', phases: ['dev'] },
    ]),
  );
  const { sandbox: _, prod: __, ...phases } = exampleDefinition.phases;
  // more groups than IAM takes
  const enterprise = { ...exampleDefinition.enterprise, identity: { signIn: 'identity-center' as const } };
  const large = parseOrganization({ ...exampleDefinition, enterprise, phases, businessUnits });
  const compile = () => organizationPolicies(large, idsOf(large));
  expect(compile).toThrow(GuardrailOverflowError);
  expect(compile).toThrow(/example-tags: [\d,]+ bytes too many, .* of tag policies needed/);
});
