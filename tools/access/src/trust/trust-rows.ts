import type { World } from '../world/world.ts';
import { reachOf } from './reach.ts';
import type { TrustGraph } from './trust-graph.ts';

/** Whom somebody can become in so many hops. */
export interface TrustRow {
  readonly who: string;
  readonly hops: number;
  readonly becomes: readonly string[];
}

/**
 * Everybody who can become somebody else, nearest first.
 *
 * Who could be made an administrator in an account is left out, and what they make of others there: it is the same in
 * every account.
 */
export function trustRows(world: World, graph: TrustGraph): readonly TrustRow[] {
  return world.principals
    .filter(({ kind }) => kind !== 'any-administrator')
    .flatMap((principal) => {
      const byHops = new Map<number, string[]>();
      for (const { principal: reached, path } of reachOf(graph, principal)) {
        const made = [reached, ...path.map(({ from }) => from)].some(({ kind }) => kind === 'any-administrator');
        if (path.length === 0 || made) continue;
        byHops.set(path.length, [...(byHops.get(path.length) ?? []), reached.name]);
      }
      return [...byHops].map(([hops, becomes]) => ({ who: principal.name, hops, becomes }));
    });
}

/** The rows as a section of a document. */
export const renderTrustMarkdown = (rows: readonly TrustRow[]): string =>
  [
    '## Who can become whom',
    '',
    '| who | hops | becomes |',
    '| --- | --- | --- |',
    ...rows.map(({ who, hops, becomes }) => `| ${who} | ${hops} | ${becomes.join(', ')} |`),
    '',
  ].join('\n');
