import { type Organization, runtimeAccountsOf } from '@bulkhead/model';
import type { StackShape } from './stack-shape.ts';

/** What one runtime account takes. */
export interface AccountSize {
  readonly account: string;
  readonly phase: string;
  readonly regions: number;
  readonly resources: number;
  /** Of its Terraform. */
  readonly bytes: number;
}

/** The runtime accounts that were synthesized, in the order of the definition's phases. */
export function accountSizesOf(organization: Organization, shapes: readonly StackShape[]): readonly AccountSize[] {
  const shapeOf = new Map(shapes.map((shape) => [shape.name, shape]));
  const accounts = runtimeAccountsOf(organization);
  return organization.phases.flatMap(({ name: phase }) =>
    accounts
      .filter((account) => account.phase === phase)
      .flatMap(({ name, regions }) => {
        const shape = shapeOf.get(name);
        return shape
          ? [{ account: name, phase, regions: regions.length, resources: shape.resources, bytes: shape.bytes }]
          : [];
      }),
  );
}

/** The least and the most of some accounts. */
export interface Span {
  readonly lowest: number;
  readonly highest: number;
}

export interface PhaseSize {
  readonly phase: string;
  readonly accounts: number;
  readonly regions: Span;
  readonly resources: Span;
  readonly bytes: Span;
}

/** The same by phase, from the smallest account to the largest. */
export function phaseSizesOf(sizes: readonly AccountSize[]): readonly PhaseSize[] {
  const phases = [...new Set(sizes.map(({ phase }) => phase))];
  return phases.map((phase) => {
    const own = sizes.filter((size) => size.phase === phase);
    return {
      phase,
      accounts: own.length,
      regions: spanOf(own.map(({ regions }) => regions)),
      resources: spanOf(own.map(({ resources }) => resources)),
      bytes: spanOf(own.map(({ bytes }) => bytes)),
    };
  });
}

const spanOf = (numbers: readonly number[]): Span => ({ lowest: Math.min(...numbers), highest: Math.max(...numbers) });
