import type { OpenOrganization } from './commands/open-organization.ts';
import { withChanges } from './commands/with-changes.ts';
import { changeOf } from './commands/written-change.ts';
import { type Cell, matrixOf } from './matrix/matrix.ts';
import { runtimeAccounts } from './promises/account-patterns.ts';
import { checkPromises, holds } from './promises/check-promises.ts';
import { matchesPrincipal } from './promises/matching.ts';
import { questionsAsked, senselessAmong } from './questions-asked.fixture.ts';

let users: OpenOrganization;
let center: OpenOrganization;
beforeAll(async () => {
  [users, center] = await withChanges('apps/acme', [changeOf('with', 'enterprise.identity.signIn=identity-center')]);
}, 120_000);

/** What the platform's roles of runtime accounts may do in every account, and which statements decide it. */
function localCells({ world, simulator }: OpenOrganization): Promise<readonly Cell[]> {
  const local = { kinds: ['role'], names: 'bulkhead/*', in: runtimeAccounts } as const;
  const principals = world.principals.filter((each) => matchesPrincipal(local, each));
  return matrixOf({ ...world, principals }, simulator.ask);
}

test('the same model gives the same cells for the local roles, however people sign in', async () => {
  const cells = await localCells(users);
  const roles = new Set(cells.map(({ principal }) => principal.replace(/^[^/]*\//, '')));
  expect([...roles]).toEqual(
    expect.arrayContaining(
      ['appeng', 'operator', 'observer', 'auditor', 'security-administrator', 'deployer', 'planner', 'controller'].map(
        (role) => `bulkhead/${role}`,
      ),
    ),
  );
  expect(cells.filter(({ may }) => may.length > 0).length).toBeGreaterThan(100);
  expect(await localCells(center)).toEqual(cells);
}, 60_000);

test('what is promised only of people who come from Identity Center holds, and none of it asks nothing', async () => {
  const { promises, world, graph, simulator } = center;
  const ofCenter = promises.filter(({ signIn }) => signIn === 'identity-center');
  const results = await checkPromises(ofCenter, world, graph, simulator.ask);
  expect(ofCenter.length).toBeGreaterThan(20);
  expect(results.filter((each) => !holds(each) || each.questions === 0).map(({ promise }) => promise.sentence)).toEqual(
    [],
  );
}, 60_000);

test('each way to sign in has its own promises, and none of the other', () => {
  const modesOf = ({ promises }: OpenOrganization) => [...new Set(promises.flatMap(({ signIn }) => signIn ?? []))];
  expect([users, center].map(({ world }) => world.signIn)).toEqual(['iam-users', 'identity-center']);
  expect([users, center].map(modesOf)).toEqual([['iam-users'], ['identity-center']]);
});

test('every action that is promised, however people sign in, is one that AWS knows of such a resource', async () => {
  const promises = center.promises.filter(({ signIn }) => signIn === 'identity-center');
  const [asked, ofCenter] = [users, { ...center, promises }].map(questionsAsked);
  expect(asked?.length).toBeGreaterThan(200);
  expect(ofCenter?.length).toBeGreaterThan(20);
  expect(await senselessAmong([...(asked ?? []), ...(ofCenter ?? [])])).toEqual([]);
}, 60_000);
