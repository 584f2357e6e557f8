import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { acmePromises } from '../promises/acme-promises.ts';
import { housePromises } from '../promises/house-promises.ts';
import type { AccessPromise } from '../promises/promise.ts';
import { type Simulator, simulator } from '../simulate/simulator.ts';
import { readTerraform } from '../terraform/read-terraform.ts';
import { type TrustGraph, conceivableSteps, trustGraph } from '../trust/trust-graph.ts';
import { buildWorld } from '../world/build-world.ts';
import type { World } from '../world/world.ts';

/** Promises that one organization adds to those of the house. */
const ownPromises: Readonly<Record<string, readonly AccessPromise[]>> = { acme: acmePromises };

/** A synthesized organization, ready to be asked. */
export interface OpenOrganization {
  readonly name: string;
  readonly world: World;
  readonly simulator: Simulator;
  readonly graph: TrustGraph;
  readonly promises: readonly AccessPromise[];
}

/**
 * Reads `cdktf.out` and `organization.lock.json` of an organization's folder.
 *
 * @throws Error when the folder is not synthesized; UnreadableTerraformError when the Terraform leaves something open
 */
export async function openOrganization(folder: string): Promise<OpenOrganization> {
  const output = join(folder, 'cdktf.out');
  const name = basename(resolve(folder));
  if (!existsSync(join(output, 'stacks'))) {
    throw new Error(`${folder} has no synthesized Terraform, run npx nx synth ${name} first`);
  }
  const lock = join(folder, 'organization.lock.json');
  const world = buildWorld(existsSync(lock) ? readTerraform(output, lock) : readTerraform(output));
  const asking = simulator(world);
  const graph = await trustGraph(conceivableSteps(world), asking.ask);
  return { name, world, simulator: asking, graph, promises: [...housePromises, ...(ownPromises[name] ?? [])] };
}
