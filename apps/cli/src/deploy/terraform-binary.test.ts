import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform } from './terraform-binary.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terraform-binary-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Puts programs on an otherwise empty PATH that say they are of a version. */
function onPath(versions: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  for (const [name, version] of Object.entries(versions)) {
    const answer = JSON.stringify({ terraform_version: version }).replace(':', ': ');
    writeFileSync(join(folder, name), `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  }
  return { PATH: folder };
}

test.each([
  ['Terraform', { terraform: '1.11.0' }, 'terraform'],
  ['OpenTofu', { tofu: '1.10.0' }, 'tofu'],
  ['Terraform before OpenTofu', { terraform: '1.14.2', tofu: '1.11.0' }, 'terraform'],
  ['OpenTofu where Terraform is too old', { terraform: '1.5.7', tofu: '1.10.3' }, 'tofu'],
])('%s serves', async (_, versions, command) => {
  expect(await findTerraform(onPath(versions))).toMatchObject({ command });
});

test('the one that is named is taken', async () => {
  const environment = onPath({ terraform: '1.14.2', 'tofu-next': '1.12.0' });
  expect(await findTerraform({ ...environment, TERRAFORM_BINARY_NAME: 'tofu-next' })).toEqual({
    command: 'tofu-next',
    version: '1.12.0',
  });
});

test('a folder named after OpenTofu makes no OpenTofu of what lies in it', async () => {
  const tofu = join(folder, 'tofu');
  mkdirSync(tofu);
  onPath({ 'tofu/terraform': '1.10.5' });
  await expect(findTerraform({ TERRAFORM_BINARY_NAME: join(tofu, 'terraform') })).rejects.toThrow('terraform 1.10.5');
});

test.each([
  ['nothing is there', {}, 'got: none of terraform, tofu on the PATH'],
  ['what is there is too old', { terraform: '1.10.5', tofu: '1.9.0' }, 'got: terraform 1.10.5, tofu 1.9.0'],
])('when %s, the message says which versions serve and how to install one', async (_, versions, got) => {
  const failure = findTerraform(onPath(versions));
  await expect(failure).rejects.toThrow('Terraform 1.11.0 or newer, or OpenTofu 1.10.0 or newer');
  await expect(failure).rejects.toThrow(got);
  await expect(failure).rejects.toThrow('install one');
});
