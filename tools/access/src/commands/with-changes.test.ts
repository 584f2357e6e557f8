import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withChanges } from './with-changes.ts';
import { changeOf } from './written-change.ts';

const acme = new URL('../../../../apps/acme', import.meta.url).pathname;

// a folder of its own, in which nobody else leaves anything
const scratch = mkdtempSync(join(tmpdir(), 'changes-'));
afterAll(() => rmSync(scratch, { recursive: true }));

test('an organization that is not built is told how to be', async () => {
  const folder = join(scratch, 'media');
  await expect(withChanges(folder, [])).rejects.toThrow(`'${folder}' is no folder of an organization`);
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'src', 'organization.ts'), '');
  await expect(withChanges(folder, [])).rejects.toThrow('run npx nx build media');
  rmSync(folder, { recursive: true });
});

const built = existsSync(join(acme, 'dist', 'main.js'));
(built ? test : test.skip)(
  'a new unit has its accounts in the changed world and nowhere else, and nothing is left behind',
  async () => {
    const [before, after] = await withChanges(acme, [changeOf('with', 'unit=media,phases=dev+prod')], scratch);
    const names = ({ world }: typeof before) => world.accounts.map(({ name }) => name);
    expect(names(after).filter((name) => !names(before).includes(name))).toEqual(['acme-media-dev', 'acme-media-prod']);
    expect(readdirSync(scratch)).toEqual([]);
  },
  60_000,
);
