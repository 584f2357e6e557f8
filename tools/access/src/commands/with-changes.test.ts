import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeOf, withChanges } from './with-changes.ts';

const acme = new URL('../../../../apps/acme', import.meta.url).pathname;

// a folder of its own, in which nobody else leaves anything
const scratch = mkdtempSync(join(tmpdir(), 'changes-'));
afterAll(() => rmSync(scratch, { recursive: true }));

test.each([
  ['with', 'unit=media,phases=dev+prod', { kind: 'add', unit: 'media', phases: ['dev', 'prod'] }],
  ['with', 'phase=stage,unit=bi', { kind: 'add', unit: 'bi', phases: ['stage'] }],
  ['with', 'businessUnits.bi.delivery=own', { kind: 'set', path: 'businessUnits.bi.delivery', value: 'own' }],
  ['without', 'unit=bi,phase=sandbox', { kind: 'remove', unit: 'bi', phases: ['sandbox'] }],
] as const)('--%s %s is understood', (option, text, change) => {
  expect(changeOf(option, text)).toEqual(change);
});

test('a change that is not understood is told by the option that was written', () => {
  expect(() => changeOf('with', 'unit=media')).toThrow(
    '--with unit=media: names no phases\n  write it like --with unit=media,phases=dev+prod',
  );
});

test('an organization that is not built is told how to be', async () => {
  await expect(withChanges(join(tmpdir(), 'media'), [])).rejects.toThrow('run npx nx build media');
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
