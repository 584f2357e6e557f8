import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutate } from './commands/mutate.ts';
import { type OpenOrganization, openOrganization, organizationBuilt } from './commands/open-organization.ts';
import { pathsOf } from './commands/prove-paths.ts';
import { platformPaths } from './paths/platform-paths.ts';
import { renderPaths } from './paths/render-paths.ts';
import { acmePromises } from './promises/acme-promises.ts';
import { questionsOf } from './promises/questions-of.ts';
import { sentences } from './promises/sentences.ts';
import { reachOf } from './trust/reach.ts';

let folder = '';
let acme: OpenOrganization;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  const path = join(folder, 'acme');
  cpSync('apps/acme/organization.lock.json', join(path, 'organization.lock.json'));
  const env = { ...process.env, CDKTF_OUTDIR: join(path, 'cdktf.out') };
  const { status, stderr } = spawnSync('node', ['apps/acme/dist/main.js'], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`acme is not synthesized: ${stderr}`);
  acme = await openOrganization(path, await organizationBuilt('apps/acme'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('every sentence of the design is asked about in the example organization', () => {
  const { promises, world, graph } = acme;
  const asked = promises.filter((each) => {
    const { questions, deniedAnyhow } = questionsOf(each, world, (who) => reachOf(graph, who));
    return questions.length + deniedAnyhow > 0;
  });
  const named = new Set(asked.map((each) => each.of));
  expect(Object.keys(sentences).filter((name) => !named.has(name as keyof typeof sentences))).toEqual([]);
}, 120_000);

test('every promise that was written for the example organization is about accounts that it has', () => {
  const { world, grants, written } = acme;
  expect(written.length).toBeGreaterThan(100);
  expect(written.map(({ sentence }) => sentence)).toEqual(acmePromises(grants, world).map(({ sentence }) => sentence));
});

test('four mutants fall: a guardrail left out, a pipeline that reads all state, a deployer that trusts anybody, a grant to a whole account', async () => {
  const { text, holds: fell } = await mutate(acme, 'fixed');
  expect([fell, text]).toEqual([true, '4 of 4 mutants fell (100.0%)\n']);
}, 240_000);

test('everything that crosses accounts in the example organization is a declared grant or has a reason of the platform', async () => {
  const result = await pathsOf(acme);
  expect(renderPaths(result)).toMatch(
    /^\d+ ways between accounts are declared or the platform's own \(\d+ questions\)\n$/,
  );
  const explanations = result.paths.map(({ explanation }) => explanation);
  const granted = new Set(explanations.flatMap((each) => (each?.by === 'grant' ? [each.grant] : [])));
  expect([...granted].map(({ name }) => name).sort()).toEqual(acme.grants.map(({ name }) => name).sort());
  const used = new Set(explanations.flatMap((each) => (each?.by === 'platform' ? [each.path] : [])));
  expect(platformPaths.filter((each) => !used.has(each)).map(({ sentence }) => sentence)).toEqual([]);
}, 120_000);
