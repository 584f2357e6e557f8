import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingInLock, parseOrganization, runtimeAccountsOf, stacksOf } from '@bulkhead/model';
import { App } from 'cdktf';
import { bareStacks } from './bare-stacks.ts';
import { generatedLock, generatedOrganization, twoRegions } from './generated-organization.ts';
import { type StackShape, readStackShapes, totalShape } from './stack-shape.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulkhead-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([1, 3, 10, 300])('an organization of %i runtime accounts has exactly as many', (accounts) => {
  expect(runtimeAccountsOf(parseOrganization(generatedOrganization(accounts)))).toHaveLength(accounts);
});

test('an organization of units in two Regions has every runtime account in both', () => {
  const accounts = runtimeAccountsOf(parseOrganization(generatedOrganization(10, twoRegions)));
  expect(new Set(accounts.map(({ rules }) => rules.regions.join(' ')))).toEqual(new Set(['eu-west-1 eu-central-1']));
});

test('the generated lock holds every id that a stack needs', () => {
  const organization = parseOrganization(generatedOrganization(10));
  const lock = generatedLock(organization);
  expect(stacksOf(organization).flatMap((stack) => missingInLock(stack, organization, lock))).toEqual([]);
});

test('the bare program holds as many resources and providers as 300 runtime accounts, stack by stack', async () => {
  const outputs = { product: join(folder, 'product'), bare: join(folder, 'bare') };
  const program = fileURLToPath(new URL('../dist/programs/synth-generated.js', import.meta.url));
  execFileSync(process.execPath, [program, '300'], { env: { ...process.env, CDKTF_OUTDIR: outputs.product } });
  const shapes = await readStackShapes(outputs.product);
  // 3 enterprise accounts, the organization and its guardrails
  expect(totalShape(shapes).stacks).toBe(305);

  const app = new App({ outdir: outputs.bare });
  bareStacks(app, shapes);
  app.synth();
  const counts = (all: readonly StackShape[]) => all.map(({ bytes: _, ...shape }) => shape);
  expect(counts(await readStackShapes(outputs.bare))).toEqual(counts(shapes));
}, 120_000);
