/** A part of the house and what it may import: other rooms, and packages from the registry. */
export interface Room {
  readonly name: string;
  /** Where its files stand; `apps/*` is every app that is no room of its own, an organization. */
  readonly folder: string;
  readonly mayImport: readonly string[];
  /** Further rooms that its tests may import. */
  readonly inTests?: readonly string[];
  /** The only packages from the registry that it may import; by default all that `reservedPackages` leaves. */
  readonly packages?: readonly string[];
  /** Decides, but neither reads a clock nor touches a process, a terminal or a disk. */
  readonly pure?: true;
}

const model = ['model'];
const stacks = [...model, 'guardrails', 'baseline'];
const ports = [...model, 'controller', 'inventory', 'spend'];
const adapters = [...ports, 'aws', 'billing-exports'];

/** The one table of who may import whom. Lint enforces it, the README shows it. */
export const rooms: readonly Room[] = [
  { name: 'model', folder: 'packages/model', mayImport: [], packages: ['zod'], pure: true },
  { name: 'guardrails', folder: 'packages/guardrails', mayImport: model, packages: [], pure: true },
  { name: 'baseline', folder: 'packages/baseline', mayImport: [...model, 'guardrails'], pure: true },
  { name: 'enterprise', folder: 'packages/enterprise', mayImport: stacks, pure: true },
  { name: 'runtime', folder: 'packages/runtime', mayImport: stacks, pure: true },
  { name: 'controller', folder: 'packages/controller', mayImport: model, pure: true },
  { name: 'inventory', folder: 'packages/inventory', mayImport: model, pure: true },
  { name: 'spend', folder: 'packages/spend', mayImport: model, pure: true },
  { name: 'billing-exports', folder: 'packages/billing-exports', mayImport: [...model, 'spend'] },
  { name: 'aws', folder: 'packages/aws', mayImport: ports, inTests: ['local-aws'] },
  { name: 'organization', folder: 'apps/*', mayImport: [...stacks, 'enterprise', 'runtime'] },
  { name: 'cli', folder: 'apps/cli', mayImport: [...adapters, 'guardrails'], inTests: ['local-aws', 'sample-billing'] },
  { name: 'lambda', folder: 'apps/lambda', mayImport: adapters, inTests: ['local-aws'] },
  { name: 'nx-plugin', folder: 'tools/nx-plugin', mayImport: [] },
  { name: 'eslint', folder: 'tools/eslint', mayImport: [] },
  { name: 'local-aws', folder: 'tools/local-aws', mayImport: [...model, 'sample-billing'] },
  { name: 'access', folder: 'tools/access', mayImport: model, inTests: ['guardrails'] },
  { name: 'sample-billing', folder: 'tools/sample-billing', mayImport: [...model, 'spend', 'billing-exports'] },
  { name: 'terraform-tests', folder: 'tools/terraform-tests', mayImport: model },
  { name: 'tour', folder: 'tools/tour', mayImport: [...adapters, 'local-aws', 'sample-billing'] },
  {
    name: 'bench',
    folder: 'tools/bench',
    mayImport: [...stacks, 'enterprise', 'runtime', ...adapters.slice(1), 'local-aws', 'sample-billing'],
  },
];

/** Packages that only some rooms may import, each with the reason. */
export const reservedPackages: readonly {
  /** As gitignore patterns. */
  readonly names: readonly string[];
  readonly rooms: readonly string[];
  readonly why: string;
}[] = [
  {
    names: ['@aws-sdk/*', '@smithy/*'],
    rooms: ['aws', 'local-aws', 'bench'],
    why: 'packages/aws is the only place that knows the AWS SDK',
  },
  {
    names: ['@duckdb/*'],
    rooms: ['billing-exports', 'sample-billing', 'bench'],
    why: 'packages/billing-exports is the only place that knows the database',
  },
  {
    names: ['cdktf', '@cdktf/*', 'constructs'],
    rooms: ['baseline', 'enterprise', 'runtime', 'organization', 'bench'],
    why: 'Terraform is made by baseline, enterprise, runtime and the organizations',
  },
  {
    names: ['@cloud-copilot/*'],
    rooms: ['access'],
    why: 'it is AGPL-3.0: a development tool, never part of what runs',
  },
];
