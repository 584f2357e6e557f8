import { compareMatrices } from '../matrix/compare-matrices.ts';
import { renderCellChanges } from '../matrix/render-cell-changes.ts';
import { checkPromises, holds } from '../promises/check-promises.ts';
import { renderResults } from '../promises/render-results.ts';
import type { OpenOrganization } from './open-organization.ts';
import type { Proof } from './proof.ts';
import { cellsOf } from './prove.ts';
import { provePaths } from './prove-paths.ts';

/**
 * What a change would mean for who can do what: the cells that change, and whether promises still hold. Promises of every
 * organization have to; those that were written by hand for this one may have to change with it.
 */
export async function proveChanges(before: OpenOrganization, after: OpenOrganization): Promise<Proof> {
  const cells = renderCellChanges(compareMatrices(await cellsOf(before), await cellsOf(after)));
  const results = await checkPromises(after.promises, after.world, after.graph, after.simulator.ask);
  const paths = await provePaths(after);
  const ofHouse = results.filter(({ promise }) => !after.written.includes(promise));
  const own = results.filter((result) => !ofHouse.includes(result) && !holds(result));
  const written = own.map(({ promise }) => `  ${promise.sentence}\n`).join('');
  const hint = `\nwritten for ${after.name} as it is, to be written anew where the change is meant:\n${written}`;
  const made = new Set(after.written.map(({ sentence }) => sentence));
  const gone = before.written.filter(({ sentence }) => !made.has(sentence)).map(({ sentence }) => `  ${sentence}\n`);
  const notAsked = `\nwritten for what ${after.name} has no more, and not asked:\n${gone.join('')}`;
  return {
    text: `${cells}\n${paths.text}${renderResults(results.filter((result) => !own.includes(result)))}${own.length === 0 ? '' : hint}${gone.length === 0 ? '' : notAsked}`,
    holds: paths.holds && ofHouse.every(holds),
  };
}
