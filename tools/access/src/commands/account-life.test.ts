import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkPromises, holds } from '../promises/check-promises.ts';
import { housePromises } from '../promises/house-promises.ts';
import type { OpenOrganization } from './open-organization.ts';
import { withChanges } from './with-changes.ts';
import { changeOf } from './written-change.ts';

const acme = new URL('../../../../apps/acme', import.meta.url).pathname;
const sandbox = 'acme-bi-sandbox';

/** Acme with the sandbox of BI at an end of its life. */
async function acmeWith(life: 'closing' | 'closed'): Promise<OpenOrganization> {
  const [, after] = await withChanges(acme, [changeOf('with', `businessUnits.bi.life={"sandbox":"${life}"}`)]);
  return after;
}

/** What is promised of accounts in Suspended. */
async function suspendedPromises({ world, graph, simulator }: OpenOrganization) {
  const ofSuspended = housePromises.filter((promise) => promise.of === 'suspended');
  return checkPromises(ofSuspended, world, graph, simulator.ask);
}

const principalsOf = ({ world }: OpenOrganization) =>
  world.principals
    .filter(({ account }) => account?.name === sandbox)
    .map(({ name }) => name.replace(`${sandbox}/`, ''));

const built = existsSync(join(acme, 'dist', 'main.js'));
const testBuilt = built ? test : test.skip;

testBuilt(
  'nobody that the platform made is left in an account that is closing, and whoever could be made there does nothing',
  async () => {
    const closing = await acmeWith('closing');
    expect(principalsOf(closing)).toEqual(['OrganizationAccountAccessRole', 'any-administrator', 'root']);
    expect(closing.world.accounts.map(({ name }) => name)).not.toContain('any account in Suspended');
    const results = await suspendedPromises(closing);
    expect(results.length).toBeGreaterThan(1);
    expect(results.filter((result) => !holds(result)).map(({ promise }) => promise.sentence)).toEqual([]);
  },
  120_000,
);

testBuilt(
  'nobody and nothing is left of an account that is closed',
  async () => {
    const closed = await acmeWith('closed');
    expect(principalsOf(closed)).toEqual([]);
    expect(closed.world.accounts.map(({ name }) => name)).not.toContain(sandbox);
  },
  120_000,
);
