import type { Principal } from '../world/world.ts';
import type { Step, TrustGraph } from './trust-graph.ts';

/** Somebody whom somebody can become, and the shortest way there. */
export interface Reached {
  readonly principal: Principal;
  /** Empty for oneself. */
  readonly path: readonly Step[];
}

/** Oneself and everybody whom one can become, nearest first. */
export function reachOf(graph: TrustGraph, start: Principal): readonly Reached[] {
  let known = reaches.get(graph);
  if (!known) reaches.set(graph, (known = new Map<string, readonly Reached[]>()));
  let reach = known.get(start.name);
  if (!reach) known.set(start.name, (reach = findReach(graph, start)));
  return reach;
}

const reaches = new WeakMap<TrustGraph, Map<string, readonly Reached[]>>();

function findReach(graph: TrustGraph, start: Principal): readonly Reached[] {
  const reached = new Map<string, Reached>([[start.name, { principal: start, path: [] }]]);
  const queue: Reached[] = [...reached.values()];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const step of graph.get(next.principal.name) ?? []) {
      if (reached.has(step.to.name)) continue;
      const further = { principal: step.to, path: [...next.path, step] };
      reached.set(step.to.name, further);
      queue.push(further);
    }
  }
  return [...reached.values()];
}

/** `acme-delivery/bulkhead/apply assumes acme-retail-dev/bulkhead/deployer`. */
export const describePath = (path: readonly Step[]): string =>
  path
    .map(({ from, verb, to }, index) => (index === 0 ? `${from.name} ${verb} ${to.name}` : `${verb} ${to.name}`))
    .join(', ');
