import { sum } from './money.ts';
import type { ServiceCost } from './report.ts';

const shown = 10;

/** The services that a page has room for. */
export interface TopServices {
  readonly top: readonly ServiceCost[];
  /** How many are not shown, and what they add up to. */
  readonly others: { readonly count: number; readonly cost: string };
}

/** The ten largest; credits alone can make a service's cost negative, and such services are among the others. */
export function topServices(services: readonly ServiceCost[]): TopServices {
  const others = services.slice(shown);
  return {
    top: services.slice(0, shown),
    others: { count: others.length, cost: sum(others.map(({ cost }) => cost)) },
  };
}
