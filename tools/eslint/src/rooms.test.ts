import { existsSync, readdirSync } from 'node:fs';
import { reservedPackages, rooms } from './rooms.ts';

const names = rooms.map(({ name }) => name);

const reachableFrom = (start: string, seen: readonly string[] = []): readonly string[] =>
  (rooms.find(({ name }) => name === start)?.mayImport ?? []).reduce(
    (reached, next) => (reached.includes(next) ? reached : reachableFrom(next, [...reached, next])),
    seen,
  );

test('every name in the table is a room of the table', () => {
  const used = [...rooms.flatMap(({ mayImport, inTests = [] }) => [...mayImport, ...inTests])];
  expect([...used, ...reservedPackages.flatMap((each) => each.rooms)].filter((name) => !names.includes(name))).toEqual(
    [],
  );
});

test('every room stands once in the table', () => {
  expect(new Set(names).size).toBe(names.length);
});

test('every project of the workspace has a room', () => {
  const projects = ['apps', 'packages', 'tools'].flatMap((parent) =>
    readdirSync(parent)
      .map((folder) => `${parent}/${folder}`)
      .filter((folder) => existsSync(`${folder}/package.json`)),
  );
  const isOrganization = (folder: string) =>
    ['src/organization.ts', 'organization.json'].some((file) => existsSync(`${folder}/${file}`));
  const known = rooms.map(({ folder }) => folder);
  expect(projects.filter((folder) => !known.includes(isOrganization(folder) ? 'apps/*' : folder))).toEqual([]);
});

test.each(names)('%s cannot be reached from what it imports', (name) => {
  expect(reachableFrom(name)).not.toContain(name);
});

test('the model imports no one', () => {
  expect(rooms.find(({ name }) => name === 'model')?.mayImport).toEqual([]);
});

test.each(['organization', 'cli', 'lambda', 'tour', 'bench'])('nobody imports %s', (name) => {
  expect(rooms.filter((room) => room.mayImport.includes(name))).toEqual([]);
});

test.each(
  rooms.filter(({ folder }) => folder.startsWith('packages/')).map((room) => [room.name, room.mayImport] as const),
)('the package %s imports packages only', (_, mayImport) => {
  const folders = rooms.filter(({ name }) => mayImport.includes(name)).map(({ folder }) => folder);
  expect(folders.filter((folder) => !folder.startsWith('packages/'))).toEqual([]);
});
