import { cellsToPrint, mergeAttribution } from './attribution.ts';
import { AttributionError, parseAttribution } from './parse-attribution.ts';

function problemsOf(csvText: string): readonly string[] {
  try {
    parseAttribution(csvText);
  } catch (error) {
    if (error instanceof AttributionError) return error.problems;
    throw error;
  }
  return [];
}

describe('an attribution file', () => {
  test('gives every account its unit and phase, ids as text with their leading zeros', () => {
    const { owners } = parseAttribution('sub_account_id,unit,phase\n011254002932,retail,prod\n17370686428,bi,dev\n');
    expect([...owners]).toEqual([
      ['011254002932', { unit: 'retail', phase: 'prod' }],
      ['17370686428', { unit: 'bi', phase: 'dev' }],
    ]);
  });

  test('prints its units and phases in the order of its rows, each once, without budgets', () => {
    const { cells } = parseAttribution('sub_account_id,unit,phase\n1,retail,prod\n2,bi,dev\n3,retail,prod\n');
    expect(cells).toEqual([
      { unit: 'retail', phase: 'prod', budget: null },
      { unit: 'bi', phase: 'dev', budget: null },
    ]);
  });

  test.each([
    ['columns in another order among others', 'name,phase,Unit,sub_account_id\nx,prod,retail,1\n'],
    ['a byte order mark and Windows line ends', '\uFEFF"sub_account_id",unit,phase\r\n1,retail,prod\r\n'],
    ['spaces around values and an empty line', 'sub_account_id, unit, phase\n\n 1 , retail , prod \n'],
    ['quoted values', '"sub_account_id","unit","phase"\n"1","retail","prod"\n'],
    ['an account twice with the same owner', 'sub_account_id,unit,phase\n1,retail,prod\n1,retail,prod\n'],
  ])('may have %s', (_, csvText) => {
    expect([...parseAttribution(csvText).owners]).toEqual([['1', { unit: 'retail', phase: 'prod' }]]);
  });

  test.each([
    ['is empty', '', ['line 1: name the column sub_account_id once, got: nothing']],
    [
      'lacks a column',
      'sub_account_id,unit\n1,retail\n',
      ['line 1: name the column phase once, got: sub_account_id,unit'],
    ],
    [
      'names a column twice',
      'sub_account_id,unit,unit,phase\n',
      ['line 1: name the column unit once, got: sub_account_id,unit,unit,phase'],
    ],
    ['has no rows', 'sub_account_id,unit,phase\n', ['line 1: list at least one account under the header']],
    ['has an empty unit', 'sub_account_id,unit,phase\n1,,prod\n', ['line 2: unit must not be empty, got: 1,,prod']],
    ['has a short row', 'sub_account_id,unit,phase\n1,retail\n', ['line 2: give 3 values, got: 2']],
    [
      'gives an account two owners',
      'sub_account_id,unit,phase\n1,retail,prod\n\n1,retail,dev\n',
      ['line 4: give account 1 one owner, got: retail/dev and retail/prod in line 2'],
    ],
    [
      'leaves a quote open',
      'sub_account_id,unit,phase\n"1,retail,prod\n',
      [expect.stringContaining('close every quote')],
    ],
  ])('that %s is refused with the line and what to change', (_, csvText, problems) => {
    const found = problemsOf(csvText);
    expect(found.slice(0, problems.length)).toEqual(problems);
  });

  test('is refused with all its problems at once', () => {
    const problems = problemsOf('sub_account_id,unit,phase\n,retail,prod\n2,bi,\n3,bi,dev\n3,bi,prod\n4,bi\n');
    expect(problems.map((problem) => problem.slice(0, 6))).toEqual(['line 2', 'line 3', 'line 5', 'line 6']);
  });

  test('that has an open quote keeps the parser’s error as the cause', () => {
    let caught: unknown;
    try {
      parseAttribution('a,"b');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(AttributionError);
    expect(caught).toHaveProperty('cause.name', 'Error');
  });
});

describe('a merged attribution', () => {
  const model = {
    owners: new Map([
      ['1', { unit: 'retail', phase: 'dev' }],
      ['2', { unit: 'retail', phase: 'prod' }],
    ]),
    cells: [
      { unit: 'retail', phase: 'dev', budget: '100' },
      { unit: 'retail', phase: 'prod', budget: '900' },
    ],
  };
  const file = parseAttribution('sub_account_id,unit,phase\n2,retail,dev\n3,bi,prod\n');

  test('follows the file for the accounts that it names, and the model for the others', () => {
    expect([...mergeAttribution(model, file).owners]).toEqual([
      ['1', { unit: 'retail', phase: 'dev' }],
      ['2', { unit: 'retail', phase: 'dev' }],
      ['3', { unit: 'bi', phase: 'prod' }],
    ]);
  });

  test('keeps the order and the budgets of the model, and adds the cells of the file', () => {
    expect(mergeAttribution(model, file).cells).toEqual([...model.cells, { unit: 'bi', phase: 'prod', budget: null }]);
  });
});

test('a cell that only an account names is printed after those that are listed', () => {
  const owners = new Map([['1', { unit: 'bi', phase: 'dev' }]]);
  expect(cellsToPrint({ owners, cells: [{ unit: 'retail', phase: 'dev', budget: '5' }] })).toEqual([
    { unit: 'retail', phase: 'dev', budget: '5' },
    { unit: 'bi', phase: 'dev', budget: null },
  ]);
});

test('names that hold separators never share a cell', () => {
  const cells = [
    { unit: 'a/b', phase: 'c', budget: null },
    { unit: 'a', phase: 'b/c', budget: null },
    { unit: 'a","b', phase: 'c', budget: null },
    { unit: 'a', phase: 'b","c', budget: null },
  ];
  expect(cellsToPrint({ owners: new Map(), cells })).toHaveLength(4);
});
