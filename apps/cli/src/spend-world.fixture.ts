import { type LocalAws, type World, billingOfWorld, startLocalAws } from '@bulkhead/local-aws';
import { acmeWorld, management } from './limits/acme-world.fixture.ts';

/** The month that it is, which the program takes from the machine's clock. */
export const currentMonth = new Date().toISOString().slice(0, 7);

const startOfMonth = (count: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, 1));
};

/** The month before. */
export const lastMonth = startOfMonth(-1).toISOString().slice(0, 7);

/** A moment in the last hour of this month, when all of its charges are there. */
export const endOfMonth = new Date(startOfMonth(1).getTime() - 1_800_000);

// one object for all worlds: the machine generates its charges once
let billing: NonNullable<World['billing']> | undefined;

/** Acme with three months of charges, the last of which is this one and open. */
export function spendWorld(): World & { readonly billing: NonNullable<World['billing']> } {
  const world = acmeWorld();
  billing ??= { ...billingOfWorld(world, 'acme', currentMonth, 3), openLastMonth: true };
  return { ...world, billing };
}

/** An AWS with that world at the end of the month. */
export const startSpendAws = (world: World = spendWorld()): Promise<LocalAws> =>
  startLocalAws(world, { start: endOfMonth });

/** Takes an action away from the spend reader. */
export function denyReader(world: World, action: string): void {
  const role = world.roles.find(({ accountId, name }) => accountId === management && name === 'spend-reader');
  role?.permissions.push({ Statement: { Effect: 'Deny', Action: action, Resource: '*' } });
}
