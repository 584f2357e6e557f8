import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { compilePolicies } from './compile-policies.ts';
import { policyLimits } from './policy-limits.ts';
import { readPolicy } from './read-policy.ts';

/** Policies that AWS and landing zones publish; not part of this repository. */
const shared = '../shared/data';
const there = existsSync(shared);

const files = there
  ? ['policies', ...readdirSync(`${shared}/org-lza`).map((zone) => `org-lza/${zone}/service-control-policies`)]
      .filter((folder) => existsSync(`${shared}/${folder}`))
      .flatMap((folder) =>
        readdirSync(`${shared}/${folder}`, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.json'))
          .map((file) => `${folder}/${file}`),
      )
      .sort()
  : [];

const outcomes = files.map((file) => {
  const type = file.includes('resource_control_policies') ? 'RESOURCE_CONTROL_POLICY' : 'SERVICE_CONTROL_POLICY';
  const found = readPolicy(readFileSync(`${shared}/${file}`, 'utf8'), type);
  if (found.kind === 'refused') return { file, refused: found.reason };
  const guardrails = [{ target: { kind: 'root' as const }, type, statements: found.statements } as const];
  const { usage } = compilePolicies({ name: 'x' }, guardrails, policyLimits.classic);
  return { file, policies: usage[0]?.policies, bytes: usage[0]?.bytes };
});

// Said by the title: what is skipped is skipped because ../shared/data is not there.
const whereThere = there ? test : test.skip;

const refused = {
  'org-lza/all-enabled/service-control-policies/allow-ec2-only.json': 'AllowEC2 allows, but policies here only deny',
  'org-lza/snapshot-only/service-control-policies/allow-ec2-only.json': 'AllowEC2 allows, but policies here only deny',
  'org-lza/snapshot-only/service-control-policies/data-perimeter.json':
    'a template, fill in ${ACCEL_LOOKUP::CUSTOM:ALLOWED_EXTERNAL_ACCOUNTS}, ',
  // a resource policy of API Gateway, which published resource control policies stand beside
  'policies/data-perimeter-policy-examples/resource_control_policies/service_specific_controls/api_gateway_policy.json':
    'EnforceIdentityPerimeter must name a service in every action',
  'policies/service-control-policy-examples/Service-specific-controls/AWS-IAM/deny-service-specific-credential-by-type.json':
    "no JSON: Expected ',' or ']' after array element in JSON at position 456",
};

whereThere('every policy that others published (../shared/data) compiles, or is refused with its reason', () => {
  expect(outcomes).toHaveLength(48);
  const reasons = outcomes.flatMap((each) => (each.refused === undefined ? [] : [[each.file, each.refused] as const]));
  expect(Object.fromEntries(reasons)).toEqual(
    Object.fromEntries(
      Object.entries(refused).map(([file, reason]) => [file, expect.stringContaining(reason) as string]),
    ),
  );
});

whereThere('each that compiles fits into one policy of the classic limits', () => {
  const compiled = outcomes.filter(({ refused }) => refused === undefined);
  expect(compiled.filter(({ policies }) => policies !== 1)).toEqual([]);
});
