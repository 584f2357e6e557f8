import { readFileSync } from 'node:fs';
import { readJson } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { generateOrganization } from './generate-organization.ts';
import { inferProjects } from './infer-projects.ts';

const template = ['package.json', 'tsconfig.json', 'src/organization.ts', 'src/main.ts'];

/** The workspace's example, in memory. */
function workspace() {
  const tree = createTreeWithEmptyWorkspace();
  for (const file of template) tree.write(`apps/example/${file}`, readFileSync(`apps/example/${file}`, 'utf8'));
  tree.write('tsconfig.json', JSON.stringify({ files: [], references: [{ path: 'apps/example' }] }));
  return tree;
}

const read = (tree: ReturnType<typeof workspace>, file: string) => tree.read(file, 'utf8') ?? '';

test('a new organization has the files that the example has, and is one for Nx', () => {
  const tree = workspace();
  generateOrganization(tree, { name: 'north-star' });
  const files = template.map((file) => `apps/north-star/${file}`);
  expect(files.filter((file) => !tree.exists(file))).toEqual([]);
  expect(inferProjects(files).map(({ root, tags }) => [root, tags])).toEqual([
    ['apps/north-star', ['room:organization']],
  ]);
});

test('its name stands wherever the example has its own, as text and as an identifier', () => {
  const tree = workspace();
  generateOrganization(tree, { name: 'north-star' });
  const definition = read(tree, 'apps/north-star/src/organization.ts');
  expect(definition).toContain("name: 'north-star'");
  expect(definition).toContain('export const northStar = defineOrganization(');
  expect(definition).toContain("github: 'north-star/platform'");
  expect(read(tree, 'apps/north-star/src/main.ts')).toContain("import { northStar } from './organization.ts'");
  expect(readJson<{ name: string }>(tree, 'apps/north-star/package.json').name).toBe('@bulkhead/north-star');
});

test('nothing but the mail domain is left of the example', () => {
  const tree = workspace();
  generateOrganization(tree, { name: 'north-star' });
  const text = template.map((file) => read(tree, `apps/north-star/${file}`)).join('\n');
  expect(text.replaceAll('example.com', '')).not.toContain('example');
});

test('the build takes the new organization in, and keeps what it had', () => {
  const tree = workspace();
  generateOrganization(tree, { name: 'zenith' });
  expect(read(tree, 'tsconfig.json')).toBe(
    '{\n  "files": [],\n  "references": [\n    { "path": "apps/example" },\n    { "path": "apps/zenith" }\n  ]\n}\n',
  );
});

test.each(['', 'Zenith', 'north_star', 'north--star', '-north', 'north-', '7up', '../zenith', 'a b'])(
  'a name that begins no account name is refused: %j',
  (name) => {
    expect(() => {
      generateOrganization(workspace(), { name });
    }).toThrow(`got: '${name}'`);
  },
);

test('without the example there is nothing to make an organization from', () => {
  const tree = workspace();
  tree.delete('apps/example/src/main.ts');
  expect(() => {
    generateOrganization(tree, { name: 'zenith' });
  }).toThrow('put this file back: apps/example/src/main.ts');
});

test('an app that is there is not written over', () => {
  expect(() => {
    generateOrganization(workspace(), { name: 'example' });
  }).toThrow("there is an app already, choose another name, got: 'example'");
});
