import { type OrganizationDefinition, atMost, instanceTypes, parseOrganization } from '@bulkhead/model';
import { deniedBy } from './decide.fixture.ts';
import { freezePoliciesOf, freezePolicyName, freezeTypes } from './freeze-policies.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { example, exampleDefinition } from './organization.fixture.ts';

const withDev = (dev: OrganizationDefinition['phases'][string]) =>
  parseOrganization({ ...exampleDefinition, phases: { ...exampleDefinition.phases, dev } });
const contentOf = (phase: string) => freezePoliciesOf(example).find((policy) => policy.phase === phase)?.content;

test('each phase that may be frozen has a policy, which the controller finds by its name', () => {
  expect(freezePoliciesOf(example).map(({ name }) => name)).toEqual(['example-freeze-sandbox', 'example-freeze-dev']);
  expect(freezePolicyName('example', 'dev')).toBe('example-freeze-dev');
});

test('a freeze covers the types that any unit caps in the phase', () => {
  expect(contentOf('dev')).toContain('"ec2:InstanceType":["m5.12xlarge","r5.large"]');
});

test('a phase with an allowance and no caps freezes every type', () => {
  const statements = freezeTypes('every');
  const asked = { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:us-east-1:1:instance/*' };
  expect(contentOf('sandbox')).not.toContain('ec2:InstanceType');
  expect(deniedBy(statements, { ...asked, context: { 'ec2:InstanceType': 'x2gd.metal' } })).toEqual(['FreezeTypes']);
});

test('a phase that only warns is never frozen', () => {
  const limits = [atMost(1, 'm5.large')];
  const phases = freezePoliciesOf(withDev({ purpose: 'x', data: 'none', limits })).map(({ phase }) => phase);
  expect(phases).toEqual(['sandbox']);
});

test('a phase that limits nothing has nothing to freeze at', () => {
  const { businessUnits } = exampleDefinition;
  const organization = parseOrganization({
    ...exampleDefinition,
    phases: { ...exampleDefinition.phases, dev: { purpose: 'x', data: 'none', atCap: 'freeze' } },
    businessUnits: { ...businessUnits, lab: { ...businessUnits['lab'], overrides: {} } },
  });
  expect(freezePoliciesOf(organization).map(({ phase }) => phase)).toEqual(['sandbox']);
});

test('the setting of the limits decides how large a freeze may be', () => {
  const limits = instanceTypes.slice(0, 400).map((type) => atMost(1, type));
  const { enterprise, phases } = exampleDefinition;
  const dev = { purpose: 'x', data: 'none', limits, atCap: 'freeze' } as const;
  const current = parseOrganization({
    ...exampleDefinition,
    enterprise: { ...enterprise, guardrails: { policyLimits: 'current' } },
    phases: { ...phases, dev },
  });
  expect(freezePoliciesOf(current).map(({ phase }) => phase)).toEqual(['sandbox', 'dev']);
});

test('a freeze that is larger than a policy is refused by name', () => {
  const limits = instanceTypes.slice(0, 400).map((type) => atMost(1, type));
  const overflowing = withDev({ purpose: 'x', data: 'none', limits, atCap: 'freeze' });
  expect(() => freezePoliciesOf(overflowing)).toThrow(GuardrailOverflowError);
  expect(() => freezePoliciesOf(overflowing)).toThrow(/example-freeze-dev: 1,674 bytes too many, .* 5,120 there/);
});
