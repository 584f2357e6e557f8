import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from './journal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('what is done is known to whoever opens the journal next, as long as the stack holds the same', async () => {
  await (await openJournal(folder)).add('acme-identity', 'digest');
  const journal = await openJournal(folder);
  expect(journal.has('acme-identity', 'digest')).toBe(true);
  expect(journal.has('acme-identity', 'another digest')).toBe(false);
  expect(journal.has('acme-delivery', 'digest')).toBe(false);
});

test('a journal that was removed is gone, and removing it again is no failure', async () => {
  const journal = await openJournal(folder);
  await journal.add('acme-identity', 'digest');
  await journal.remove();
  await journal.remove();
  expect((await openJournal(folder)).has('acme-identity', 'digest')).toBe(false);
  expect(readdirSync(join(folder, '.bulkhead'))).toEqual([]);
});

test.each(['{"acme-identity":', '[]', 'null', ''])('a journal that reads %j skips nothing', async (text) => {
  mkdirSync(join(folder, '.bulkhead'));
  writeFileSync(join(folder, '.bulkhead', 'deployment.json'), text);
  expect((await openJournal(folder)).has('acme-identity', 'digest')).toBe(false);
});
