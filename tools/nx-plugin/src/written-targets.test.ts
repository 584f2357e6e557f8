import { existsSync, readFileSync, readdirSync } from 'node:fs';

const manifests = ['apps', 'packages', 'tools'].flatMap((parent) =>
  readdirSync(parent)
    .map((folder) => `${parent}/${folder}/package.json`)
    .filter((file) => existsSync(file)),
);

// Nx lets a script of package.json win over the target that is inferred, with its inputs, outputs and order.
test.each(manifests)('%s has no script in place of an inferred target', (file) => {
  const { scripts = {} } = JSON.parse(readFileSync(file, 'utf8')) as { readonly scripts?: Record<string, string> };
  const inferred = ['build', 'typecheck', 'lint', 'test', 'synth', 'access', 'diff', 'deploy', 'destroy', 'report'];
  expect(inferred.filter((target) => target in scripts)).toEqual([]);
});
