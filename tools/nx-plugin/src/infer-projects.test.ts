import { inferProjects } from './infer-projects.ts';

const folder = (root: string, ...more: readonly string[]) =>
  ['package.json', 'tsconfig.json', ...more].map((file) => `${root}/${file}`);

const infer = (root: string, ...more: readonly string[]) => {
  const [project] = inferProjects(folder(root, ...more));
  if (!project) throw new Error(`nothing was inferred for '${root}'`);
  return { ...project, targets: project.targets ?? {} };
};

const commandOf = (root: string, target: string, ...more: readonly string[]): unknown => {
  const { command, options } = infer(root, ...more).targets[target] ?? {};
  return command ?? (options as { readonly command?: string } | undefined)?.command;
};

test.each<[string, readonly string[]]>([
  ['a folder without a package.json', ['packages/model/tsconfig.json', 'packages/model/src/a.test.ts']],
  ['a folder without a tsconfig.json', ['packages/model/package.json']],
  ['a folder outside apps, packages and tools', folder('docs/model')],
  ['a folder inside a project', folder('packages/model/src')],
  ['the workspace root', ['package.json', 'tsconfig.json']],
])('%s is no project', (_, files) => {
  expect(inferProjects(files)).toEqual([]);
});

test.each(['apps/cli', 'packages/model', 'tools/tour'])(
  '%s is built, checked and linted without a line of its own',
  (root) => {
    expect(Object.keys(infer(root).targets)).toEqual(['build', 'typecheck', 'lint']);
  },
);

test('a project is tested when it has a test', () => {
  expect(commandOf('packages/model', 'test', 'src/accounts.test.ts')).toMatch(/jest\.js packages\/model\/src\/$/);
});

test('the tests of a project that another one begins with the name of are not its own', () => {
  const [model] = inferProjects([...folder('packages/model'), ...folder('packages/model-tools', 'src/a.test.ts')]);
  expect(model?.targets).not.toHaveProperty('test');
});

test.each(['src/organization.ts', 'organization.json'])('an app with %s is an organization', (definition) => {
  expect(Object.keys(infer('apps/acme', definition).targets)).toEqual(
    expect.arrayContaining(['synth', 'access', 'diff', 'deploy', 'destroy', 'report']),
  );
});

test.each([
  ['a package', 'packages/acme'],
  ['a tool', 'tools/acme'],
])('%s is no organization, whatever files it has', (_, root) => {
  expect(infer(root, 'src/organization.ts').targets).not.toHaveProperty('deploy');
});

test.each([
  ['synth', 'cdktf synth --app "node apps/acme/dist/main.js" --output apps/acme/cdktf.out'],
  ['access', 'node tools/access/dist/main.js prove apps/acme --matrix out/acme/access'],
  ['diff', 'node apps/cli/bin/bulkhead.js deploy --org acme --dry-run'],
  ['deploy', 'node apps/cli/bin/bulkhead.js deploy --org acme'],
  ['destroy', 'node apps/cli/bin/bulkhead.js destroy --org acme'],
  ['report', 'node apps/cli/bin/bulkhead.js spend report --org acme'],
])('%s runs from the workspace root, for its own organization', (target, command) => {
  expect(commandOf('apps/acme', target, 'src/organization.ts')).toBe(command);
});

test.each([
  ['build', true],
  ['lint', true],
  ['test', true],
  ['synth', true],
  ['access', false],
  ['diff', false],
  ['deploy', false],
  ['destroy', false],
  ['report', false],
])('what %s gives is cached: %s', (target, cached) => {
  const { targets } = infer('apps/acme', 'src/organization.ts', 'src/organization.test.ts');
  expect(targets[target]?.cache).toBe(cached);
});

test.each(['diff', 'deploy', 'destroy', 'report'])(
  '%s runs a command line and an organization that are built',
  (target) => {
    expect(infer('apps/acme', 'src/organization.ts').targets[target]?.dependsOn).toEqual([
      'build',
      { projects: ['@bulkhead/cli'], target: 'build' },
    ]);
  },
);

test('access is proved of what is synthesized now', () => {
  expect(infer('apps/acme', 'src/organization.ts').targets['access']?.dependsOn).toEqual([
    'synth',
    { projects: ['@bulkhead/access'], target: 'build' },
  ]);
});

test('what is synthesized follows from sources, cdktf.json and the versions of what makes Terraform', () => {
  expect(infer('apps/acme', 'src/organization.ts').targets['synth']).toMatchObject({
    inputs: [
      'production',
      '^production',
      '{workspaceRoot}/cdktf.json',
      { externalDependencies: ['@cdktf/provider-aws', 'cdktf', 'cdktf-cli', 'constructs'] },
    ],
    outputs: ['{projectRoot}/cdktf.out'],
  });
});

test.each([
  ['packages/model', [], 'room:model'],
  ['apps/cli', [], 'room:cli'],
  ['apps/acme', ['src/organization.ts'], 'room:organization'],
  ['apps/example', ['organization.json'], 'room:organization'],
])('%s with %j is tagged %s, on which its imports hang', (root, files, tag) => {
  expect(infer(root, ...files).tags).toEqual([tag]);
});
