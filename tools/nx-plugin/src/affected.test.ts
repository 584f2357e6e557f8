import { type ScratchWorkspace, scratchWorkspace } from './scratch-workspace.fixture.ts';

let workspace: ScratchWorkspace;
beforeAll(() => {
  workspace = scratchWorkspace(process.cwd());
}, 30_000);
afterAll(() => {
  workspace.remove();
});

test.each([
  {
    change: "one organization's definition",
    file: 'apps/acme/src/organization.ts',
    touches: ['acme'],
    leaves: ['example', 'model', 'spend'],
  },
  {
    change: 'the other one',
    file: 'apps/example/src/organization.ts',
    touches: ['example'],
    leaves: ['acme', 'model', 'spend'],
  },
  {
    change: 'the model',
    file: 'packages/model/src/accounts.ts',
    touches: ['model', 'acme', 'example', 'spend', 'billing-exports'],
    leaves: ['nx-plugin', 'eslint'],
  },
  {
    change: 'spend',
    file: 'packages/spend/src/index.ts',
    touches: ['spend', 'billing-exports'],
    leaves: ['acme', 'example', 'model'],
  },
  {
    change: 'what cdktf is told',
    file: 'cdktf.json',
    touches: ['acme', 'example'],
    leaves: ['model', 'spend'],
  },
])(
  'a change to $change touches what depends on it, and nothing else',
  ({ file, touches, leaves }) => {
    const affected = workspace.affectedBy(file).map((name) => name.replace('@bulkhead/', ''));
    expect(affected).toEqual(expect.arrayContaining(touches));
    expect(affected.filter((name) => leaves.includes(name))).toEqual([]);
  },
  30_000,
);
