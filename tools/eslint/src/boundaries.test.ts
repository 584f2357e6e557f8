import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { boundaries } from './boundaries.ts';

// The rules of boundaries need no types, so that a text needs no file.
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...boundaries()],
});

async function problemsOf(filePath: string, code: string): Promise<string> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message)).join('\n');
}

// Nx's rule is silent where nobody has computed the graph of projects yet.
beforeAll(async () => {
  await createProjectGraphAsync();
}, 60_000);

test.each([
  ['packages/model/src/accounts.ts', '@bulkhead/spend', 'Circular dependency'],
  ['packages/spend/src/report.ts', '@bulkhead/sample-billing', 'Circular dependency'],
  ['packages/spend/src/report.ts', '@bulkhead/guardrails', '"room:spend" can only depend on libs tagged with'],
  ['packages/billing-exports/src/survey.ts', '@bulkhead/guardrails', '"room:billing-exports" can only depend on'],
  ['apps/example/src/main.ts', '@bulkhead/spend', '"room:organization" can only depend on libs tagged with'],
  ['apps/example/src/main.ts', '@bulkhead/acme', 'Only packages defined in the "package.json" can be imported'],
  ['packages/spend/src/report.ts', '../../model/src/accounts.ts', 'cannot be imported by a relative or absolute path'],
  ['packages/spend/src/report.ts', '@bulkhead/model/src/accounts.ts', 'import what the package exports, not a file'],
  ['packages/spend/src/report.ts', 'zod', 'Only packages defined in the "package.json" can be imported'],
  ['packages/spend/src/report.ts', '@aws-sdk/client-cost-explorer', 'the only place that knows the AWS SDK'],
  ['packages/controller/src/plan.ts', '@smithy/core/schema', 'the only place that knows the AWS SDK'],
  ['packages/spend/src/report.ts', '@duckdb/node-api', 'the only place that knows the database'],
  ['apps/cli/src/main.ts', '@duckdb/node-api', 'the only place that knows the database'],
  ['packages/guardrails/src/policy.ts', 'cdktf', 'Terraform is made by'],
  ['apps/cli/src/main.ts', '@cdktf/provider-aws/lib/s3-bucket/index.js', 'Terraform is made by'],
  ['packages/model/src/accounts.ts', 'big.js', 'model imports only zod from the registry'],
  ['packages/model/src/accounts.ts', 'zod-to-json-schema', 'model imports only zod from the registry'],
  ['packages/guardrails/src/policy.ts', 'zod', 'guardrails imports nothing from the registry'],
  ['packages/guardrails/src/policy.ts', '@cloud-copilot/iam-simulate', 'AGPL-3.0'],
  ['apps/cli/src/main.ts', '@cloud-copilot/iam-simulate', 'AGPL-3.0'],
  ['apps/example/src/main.ts', '@cloud-copilot/iam-simulate', 'AGPL-3.0'],
  ['packages/model/src/accounts.ts', 'node:fs', 'model is pure'],
  ['packages/spend/src/report.ts', 'fs/promises', 'spend is pure'],
  ['packages/runtime/src/stack.ts', 'node:process', 'runtime is pure'],
])('%s may not import %s', async (file, from, problem) => {
  await expect(problemsOf(file, `import '${from}';`)).resolves.toContain(problem);
});

test.each([
  ['packages/model/src/accounts.ts', 'zod'],
  ['packages/model/src/accounts.ts', './names.ts'],
  ['packages/model/src/accounts.test.ts', 'node:fs'],
  ['packages/spend/src/report.ts', '@bulkhead/model'],
  ['packages/spend/src/report.ts', 'big.js'],
  ['packages/billing-exports/src/survey.ts', '@bulkhead/spend'],
  ['packages/billing-exports/src/survey.ts', '@duckdb/node-api'],
  ['packages/billing-exports/src/survey.ts', 'node:fs/promises'],
  ['packages/aws/src/quotas.ts', '@aws-sdk/client-service-quotas'],
  ['apps/example/src/main.ts', '@bulkhead/model'],
  ['apps/example/src/main.ts', 'cdktf'],
  ['tools/access/src/simulate.ts', '@cloud-copilot/iam-simulate'],
])('%s may import %s', async (file, from) => {
  await expect(problemsOf(file, `import '${from}';`)).resolves.toBe('');
});

test.each([
  ['a type', "import type { DuckDBInstance } from '@duckdb/node-api';"],
  ['a re-export', "export { DuckDBInstance } from '@duckdb/node-api';"],
])('%s crosses a boundary like any other import', async (_, code) => {
  await expect(problemsOf('packages/spend/src/report.ts', code)).resolves.toContain('the only place that knows');
});

test('a room that is loaded lazily is imported all the same', async () => {
  await expect(problemsOf('packages/spend/src/report.ts', "await import('@bulkhead/guardrails');")).resolves.toContain(
    'can only depend on',
  );
});
