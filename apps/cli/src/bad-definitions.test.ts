import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectRefusal, runBulkhead, workspace } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const good = readFileSync(join(workspace, 'apps/acme/src/organization.ts'), 'utf8');
const bad = good
  .replace("further: ['eu-central-1', 'us-east-1']", "further: ['eu-central-1', 'us-east-1', 'eu-wst-1']")
  .replace("usdPerMonth('20000')", "usdPerMonth('-5')");

test.concurrent.each([
  [
    'JSON that is cut off',
    'cut.json',
    '{\n  "name": "acme",\n  "regions": {',
    'cut.json is no JSON: line 3, column 15',
  ],
  ['JSON without a comma', 'comma.json', '{\n  "a": 1\n  "b": 2\n}', 'is no JSON: line 3, column 3: comma expected'],
  ['JSON with a comment', 'comment.json', '{ // x\n}', 'is no JSON: line 1, column 3: invalid comment token'],
  ['an empty file', 'empty.json', '', 'it ends too early, the file may be cut off'],
  ['a list', 'list.json', '[]', 'list.json: the definition has 1 problem'],
  ['a mark of the byte order and no organization', 'bom.json', '\uFEFF{}', 'bom.json: the definition has 6 problems'],
  [
    'TypeScript that does not parse',
    'syntax.ts',
    'export const a = {\n  phases: {\n',
    "syntax.ts can't be loaded: line 3:",
  ],
  ['TypeScript that throws', 'throws.ts', '\nthrow new Error("out of order");', 'line 2: out of order'],
  ['an import of nothing', 'import.ts', "import 'no-such-package';", "cannot find module 'no-such-package'"],
  [
    'a misspelt import of the model',
    'misspelt.ts',
    "import { atMst } from '@bulkhead/model';\n\nexport const a = { phases: atMst(1) };",
    'line 3: atMst is not a function',
  ],
  ['no organization', 'none.ts', 'export const x = 1;', 'none.ts must export one organization'],
  ['no export', 'nothing.ts', 'const x = 1;', 'got: no export'],
  ['two organizations', 'two.ts', 'export const a = { phases: {} }, b = { phases: {} };', 'got: a and b'],
  ['a file of another kind', 'definition.txt', 'name: acme', "definition.txt can't be loaded: unknown file extension"],
])('%s is refused, with the place and the reason', async (_, name, content, message) => {
  const path = folder.write(name, content);
  expectRefusal(await runBulkhead(['check', '--org', path], { cwd: folder.path }), message);
});

test('all problems of a definition are told at once, after the name of its file', async () => {
  const path = folder.write('bad/organization.ts', bad);
  for (const command of ['check', 'show']) {
    const outcome = await runBulkhead([command, '--org', path], { cwd: folder.path });
    expectRefusal(
      outcome,
      'error: bad/organization.ts: the definition has 2 problems\n',
      'regions.further[2]: must be an AWS Region\n  got: "eu-wst-1", did you mean \'eu-west-1\'?',
      'phases.dev.budget.amount: must be a decimal over 0 with at most two places\n  got: "-5"',
    );
  }
});

test.concurrent.each([
  ['an id of the wrong form', '{"organization":{"id":"q"},"accounts":{"acme-x":{"id":"1"}}}', 'organization.id: must'],
  ['every wrong id', '{"organization":{"id":"q"},"accounts":{"acme-x":{"id":"1"}}}', 'accounts.acme-x.id: must be'],
  ['text that is no JSON', '{"acc', 'the lock is no JSON, restore organization.lock.json from version control'],
])('a lock with %s is refused, by its path', async (name, lock, message) => {
  const path = folder.write(`lock ${name}/organization.ts`, good);
  folder.write(`lock ${name}/organization.lock.json`, lock);
  const outcome = await runBulkhead(['show', '--org', path], { cwd: folder.path });
  expectRefusal(outcome, `error: lock ${name}/organization.lock.json: `, message);
});

test.concurrent.each([
  ['a name with a slip', 'acmee', 'organizations here: acme, example, did you mean acme?'],
  ['a name that is like none', 'zzzz', 'there is no organization zzzz under apps, and there is no definition at that'],
  ['a file that is not there', 'missing/organization.json', 'there is no organization missing/organization.json under'],
  ['a folder without a definition', 'packages', 'packages holds none of src/organization.ts, organization.json'],
  ['nothing', '', 'there is no organization without a name'],
])('%s is refused, with what there is', async (_, org, message) => {
  expectRefusal(await runBulkhead(['show', '--org', org]), message);
});

test('outside of a workspace a name is refused, with where to go', async () => {
  expectRefusal(
    await runBulkhead(['check'], { cwd: folder.path }),
    'there is no organization acme: this folder is in no workspace',
    'go to a workspace, or give the path of a definition',
  );
});
