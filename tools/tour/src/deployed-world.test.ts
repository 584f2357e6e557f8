import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployedWorld } from './deployed-world.ts';

const acme = join(import.meta.dirname, '../../../apps/acme');
const isThere = existsSync(join(acme, 'cdktf.out/stacks'));
const ifThere = isThere ? test : test.skip;
const why = isThere ? '' : ' (skipped: apps/acme is not synthesized)';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bulkhead-tour-'));
  if (isThere) cpSync(join(acme, 'cdktf.out'), join(folder, 'cdktf.out'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

ifThere(`every account that is deployed is billed, up to the month of that day${why}`, () => {
  cpSync(join(acme, 'organization.lock.json'), join(folder, 'organization.lock.json'));
  const { world, billing } = deployedWorld(folder, 'acme', '2026-10-05');
  expect(billing).toMatchObject({ organization: 'acme', lastMonth: '2026-10', months: 14, openLastMonth: true });
  expect(billing.accounts.length).toBe(world.accounts.length - 1);
});

ifThere(`where no account is deployed, the person is told what to do${why}`, () => {
  expect(() => deployedWorld(folder, 'acme', '2026-10-05')).toThrow(
    'acme has no ids of accounts in its organization.lock.json, so there is nothing to limit or to bill: deploy it, or take the tour',
  );
});
