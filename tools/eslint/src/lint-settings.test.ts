import { ESLint } from 'eslint';
import { lintSettings } from './lint-settings.ts';

const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: [...lintSettings(process.cwd())] });

/** Rules that a text breaks where it stands in place of a file of the workspace: typed rules need one that exists. */
async function rulesBroken(code: string, filePath = 'packages/model/src/values.ts') {
  const results = await eslint.lintText(`${code}\n`, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

test.each([
  ['reads the clock', 'export const now = () => Date.now();', 'no-restricted-properties'],
  ['reads the clock by another name', 'export const now = () => new Date();', 'no-restricted-syntax'],
  ['throws a die', 'export const die = () => Math.random();', 'no-restricted-properties'],
  ['prints', "export const say = () => console.log('hello');", 'no-restricted-globals'],
  ['reads the environment', 'export const home = () => process.env;', 'no-restricted-globals'],
  ['exports a default', 'export default 1;', 'no-restricted-syntax'],
  ['exports whatever another file has', "export * from './accounts.ts';", 'no-restricted-syntax'],
  [
    'gives up on types',
    'export const parse = (text: any): string => String(text);',
    '@typescript-eslint/no-explicit-any',
  ],
  ['waves a check through', 'export const first = (l: string[]) => l[0]!;', '@typescript-eslint/no-non-null-assertion'],
  ['hides an error', '// @ts-ignore\nexport const n: number = 1;', '@typescript-eslint/ban-ts-comment'],
  ['forgets to await', 'export const go = () => { Promise.resolve(1); };', '@typescript-eslint/no-floating-promises'],
  ['says its name twice', '/** The account name. */\nexport const accountName = 1;', 'jsdoc/informative-docs'],
  [
    'imports a type as a value',
    "import { Account } from './accounts.ts';\nexport const f = (a: Account) => a.name;",
    '@typescript-eslint/consistent-type-imports',
  ],
])('a package that %s is refused', async (_, code, rule) => {
  expect(await rulesBroken(code)).toContain(rule);
});

test.each([
  ['a number in a message', 'export const message = (n: number) => `at most ${n}`;'],
  ['a date that is given', 'export const on = (text: string) => new Date(text);'],
  ['an argument that is left out', 'export const second = (_: string, n: number) => n;'],
  ['a reason', '/** Once a month, in UTC. */\nexport const period = 1;'],
])('%s is fine', async (_, code) => {
  expect(await rulesBroken(code)).toEqual([]);
});

test.each([
  ['a package that reaches out', 'packages/billing-exports/src/survey.ts'],
  ['a test', 'packages/model/src/accounts.test.ts'],
  ['a tool', 'tools/nx-plugin/src/projects.ts'],
])('%s may look at its environment', async (_, file) => {
  expect(await rulesBroken('export const home = () => process.env;', file)).toEqual([]);
});
