import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Organization,
  missingInLock,
  parseOrganization,
  runtimeAccountsOf,
  stacksOf,
  storeKinds,
} from '@bulkhead/model';
import { App } from 'cdktf';
import { bareStacks } from './bare-stacks.ts';
import { generatedLock } from './generated-lock.ts';
import { generatedOrganization, twoRegions } from './generated-organization.ts';
import { type StackShape, readStackShapes, totalShape } from './stack-shape.ts';

const folder = mkdtempSync(join(tmpdir(), 'bulkhead-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([1, 3, 5, 10, 50, 300])('an organization of %i runtime accounts has exactly as many', (accounts) => {
  expect(runtimeAccountsOf(parseOrganization(generatedOrganization(accounts)))).toHaveLength(accounts);
});

test('an organization of units in two Regions has every runtime account in both, and dr at home in a third one', () => {
  const accounts = runtimeAccountsOf(parseOrganization(generatedOrganization(10, twoRegions)));
  const regionsOf = (dr: boolean) =>
    new Set(accounts.filter(({ phase }) => (phase === 'dr') === dr).map(({ regions }) => regions.join(' ')));
  expect([regionsOf(false), regionsOf(true)]).toEqual([
    new Set(['eu-west-1 eu-central-1']),
    new Set(['us-east-1 eu-central-1']),
  ]);
});

test('the same organization is generated every time', () => {
  expect(generatedOrganization(100)).toEqual(generatedOrganization(100));
});

test('every generated account has a workload and a store, and every kind of store is there, sensitive in prod and dr alone', () => {
  const organization = parseOrganization(generatedOrganization(100));
  const accounts = runtimeAccountsOf(organization);
  for (const parts of [organization.stores, organization.workloads]) {
    expect(new Set(parts.map(({ account }) => account))).toEqual(new Set(accounts.map(({ name }) => name)));
  }
  expect(new Set(organization.stores.map(({ kind }) => kind))).toEqual(new Set(storeKinds));
  const sensitive = organization.stores.filter(({ data }) => data === 'sensitive');
  expect(new Set(sensitive.map(({ phase }) => phase))).toEqual(new Set(['prod', 'dr']));
});

test('an organization that holds nothing has the same accounts, without stores, workloads and grants', () => {
  const organization = parseOrganization(generatedOrganization(10, twoRegions, 'nothing'));
  const { stores, workloads, grants, exceptions } = organization;
  expect([stores, workloads, grants, exceptions]).toEqual([[], [], [], []]);
  const namesOf = (each: Organization) => runtimeAccountsOf(each).map(({ name }) => name);
  expect(namesOf(organization)).toEqual(namesOf(parseOrganization(generatedOrganization(10, twoRegions))));
});

test('generated units are granted uses of each kind of store of others, and some go up by an exception', () => {
  const organization = parseOrganization(generatedOrganization(100));
  const across = organization.grants.filter(({ from, to }) => from.unit !== to.unit);
  expect(new Set(across.map(({ to }) => to.kind))).toEqual(new Set(storeKinds));
  const units = organization.businessUnits.length;
  expect(across.length).toBeGreaterThan(units / 4);
  expect(across.length).toBeLessThan(units);
  expect(organization.grants.some(({ until }) => until !== undefined)).toBe(true);
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
