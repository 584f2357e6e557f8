import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDefinition } from './open-definition.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-definition-'));
  for (const name of ['src', 'dist']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each(['organization.json', 'src/organization.json'])('a definition is read from %s', async (file) => {
  writeFileSync(join(folder, file), JSON.stringify({ name: 'example', businessUnits: { shop: {} } }));
  expect(await openDefinition(folder)).toEqual({ name: 'example', businessUnits: { shop: {} } });
});

test('without JSON the definition is the one that the program was built with', async () => {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'dist', 'organization.js'),
    'export const other = 1; export const it = { businessUnits: {} };',
  );
  expect(await openDefinition(folder)).toEqual({ businessUnits: {} });
});

test('a program that is not built has none', async () => {
  expect(await openDefinition(folder)).toBeUndefined();
});
