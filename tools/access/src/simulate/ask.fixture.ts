import { lock, smallOrganization } from '../small-organization.fixture.ts';
import { parseTerraform } from '../terraform/read-terraform.ts';
import { buildWorld } from '../world/build-world.ts';
import type { Context, World } from '../world/world.ts';
import type { Answer } from './question.ts';
import { simulator } from './simulator.ts';

export type Stacks = Parameters<typeof smallOrganization>[0];

export const worldOf = (stacks: Stacks = {}): World => buildWorld(parseTerraform(smallOrganization(stacks), lock));

/** Somebody, an action and a resource by their names in the world. */
export interface Asked {
  readonly who: string;
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
}

/** Asks a world by names. */
export function ask(world: World, { who, action, resource: name, context }: Asked): Promise<Answer> {
  const principal = world.principals.find((each) => each.name === who);
  const resource = world.resources.find((each) => each.name === name);
  if (!principal || !resource) throw new Error(`the world has no ${principal ? name : who}`);
  return simulator(world).ask({ principal, action, resource, ...(context && { context }) });
}
