import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { rooms } from './rooms.ts';

const readme = readFileSync('README.md', 'utf8');

test('the README lists every folder of the house, and no other', () => {
  const listed = [...readme.matchAll(/^\| `((?:apps|packages|tools)\/[^`]+)` /gm)].map(([, folder]) => folder);
  const there = ['apps', 'packages', 'tools'].flatMap((parent) =>
    readdirSync(parent)
      .map((folder) => `${parent}/${folder}`)
      .filter((folder) => existsSync(`${folder}/package.json`)),
  );
  expect([...listed].sort()).toEqual([...there].sort());
});

/** `a <- b, c <- d`: b and c may import a, d may import b and c. */
const arrows = readme
  .split('\n')
  .filter((line) => line.includes(' <- '))
  .flatMap((line) => {
    const chain = line.split(' <- ').map((names) => names.split(',').map(roomName));
    return chain
      .slice(1)
      .flatMap((importers, index) =>
        importers.flatMap((importer) => (chain[index] ?? []).map((imported): [string, string] => [importer, imported])),
      );
  });

function roomName(shown: string): string {
  const name = shown.trim();
  return name === 'apps/<organization>' ? 'organization' : name.replace(/^(apps|tools)\//, '');
}

test('the README shows who may import whom', () => {
  expect(arrows.length).toBeGreaterThan(5);
});

test.each(arrows)('%s may import %s, as the README shows', (importer, imported) => {
  expect(rooms.find(({ name }) => name === importer)?.mayImport).toContain(imported);
});

test('the README says of every package that runs why it was chosen', () => {
  const [, reasons = ''] = readme.split('## Why these dependencies');
  const named = [...reasons.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const isNamed = (name: string) =>
    named.some((each) => (each.endsWith('/*') ? name.startsWith(each.slice(0, -1)) : each === name));
  const manifests = ['apps', 'packages'].flatMap((parent) =>
    readdirSync(parent)
      .map((folder) => `${parent}/${folder}/package.json`)
      .filter((file) => existsSync(file)),
  );
  const dependencies = manifests.flatMap((file) => {
    const { dependencies: own = {} } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: object };
    return Object.keys(own).filter((name) => !name.startsWith('@bulkhead/'));
  });
  expect(dependencies.length).toBeGreaterThan(20);
  expect([...new Set(dependencies)].filter((name) => !isNamed(name))).toEqual([]);
});
