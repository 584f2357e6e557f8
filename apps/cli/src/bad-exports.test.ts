import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { focusCsv, withoutColumn } from './focus-export.fixture.ts';
import { expectRefusal, runBulkhead } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const good = focusCsv({}, { SubAccountId: '000000000013', BillingPeriodStart: '2025-02-01T00:00:00Z' });
const rows = Array.from({ length: 2000 }, (_, index) => ({ SubAccountId: String(index), BilledCost: `0.${index}` }));
const packed = gzipSync(focusCsv(...rows));

const runReport = (...args: readonly string[]) => runBulkhead(['spend', 'report', ...args], { cwd: folder.path });
const withoutList = folder.write('list-less.csv', withoutColumn(good, 'ListCost'));
const definition = ['--org', join(import.meta.dirname, '../../acme')];

test.concurrent.each([
  ['a file that is not there', 'missing.csv', undefined, 'no such file or folder: missing.csv'],
  ['a pattern without a match', 'missing/*.csv', undefined, 'no .csv, .csv.gz or .parquet file matches missing/*.csv'],
  [
    'a file that is no export',
    'table.csv',
    'id,name\n1,x\n',
    'table.csv is no billing export: its columns are id, name',
  ],
  ['an empty file', 'empty.csv', '', 'empty.csv is empty; fetch it again'],
  [
    'a gzip that is cut off',
    'cut.csv.gz',
    packed.subarray(0, packed.length / 2),
    'cut.csv.gz: the gzip file is cut off',
  ],
  ['a Parquet that is cut off', 'cut.parquet', 'PAR1…', 'cut.parquet: it is no complete Parquet file'],
  ['a row that is cut off', 'row.csv', `${good}1.5,1.25`, 'the file may be cut off'],
  ['an export without cost', 'cost.csv', withoutColumn(good, 'BilledCost'), 'is a FOCUS 1.0 export without BilledCost'],
  ['mixed currencies', 'mixed.csv', focusCsv({}, { BillingCurrency: 'EUR' }), 'several currencies, EUR, USD'],
])('%s is refused, and nothing is written', async (_, name, content, message) => {
  if (content !== undefined) folder.write(name, content);
  const out = `out ${name.replaceAll('/', '-')}`;
  expectRefusal(await runReport(...definition, '--export', name, '--out', out), message);
  expect(existsSync(join(folder.path, out))).toBe(false);
});

test.concurrent.each([
  [
    'a month that the export does not hold',
    ['--month', '2024-12'],
    'ask for a month that the source holds, got: 2024-12; it holds 2025-02, 2025-03',
  ],
  ['a metric without its column', ['--metric', 'list'], 'no list cost in FOCUS 1.0 CSV'],
  [
    'a folder under a file',
    ['--out', 'list-less.csv/x'],
    "the folder list-less.csv/x can't be written, choose another",
  ],
  ['a file for a folder', ['--out', 'list-less.csv'], "the folder list-less.csv can't be written, choose another one"],
  ['an attribution that is not there', ['--attribution', 'no.csv'], "the attribution no.csv can't be read"],
])('%s is refused, and nothing is written', async (_, args, message) => {
  const out = args.includes('--out') ? [] : ['--out', `out ${args.join(' ')}`];
  expectRefusal(await runReport(...definition, '--export', withoutList, ...args, ...out), message);
  if (out[1] !== undefined) expect(existsSync(join(folder.path, out[1]))).toBe(false);
});

test.concurrent.each([
  ['column', 'sub_account_id,unit\n1,a\n', 'name the column phase once, got: sub_account_id,unit'],
  ['account', 'sub_account_id,unit,phase\n', 'line 1: list at least one account under the header'],
  [
    'owner',
    'sub_account_id,unit,phase\n1,a,dev\n2,,dev\n1,b,dev\n',
    'line 4: give account 1 one owner, got: b/dev and a',
  ],
  ['unit', 'sub_account_id,unit,phase\n1,a,dev\n2,,dev\n1,b,dev\n', 'line 3: unit must not be empty, got: 2,,dev'],
])('an attribution without a clear %s is refused, and nothing is written', async (name, csv, message) => {
  const args = [
    '--export',
    folder.write(`${name}/a.csv`, good),
    '--attribution',
    folder.write(`${name}/owners.csv`, csv),
  ];
  expectRefusal(await runReport(...definition, ...args, '--out', `${name}/out`), message);
  expect(existsSync(join(folder.path, name, 'out'))).toBe(false);
});

test('a report that fails leaves the one of before as it was', async () => {
  const args = [...definition, '--export', folder.write('before.csv', good), '--out', 'before'];
  expect(await runReport(...args)).toMatchObject({ exitCode: 0 });
  const before = folder.read('before');
  folder.write('before.csv', focusCsv({ BilledCost: 'a lot' }));
  expectRefusal(await runReport(...args), 'column BilledCost holds a lot, which is no number');
  expect(folder.read('before')).toEqual(before);
});
