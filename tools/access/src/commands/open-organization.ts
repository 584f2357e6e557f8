import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Grant, type Organization, parseOrganization, runtimeAccountsOf } from '@bulkhead/model';
import { acmePromises } from '../promises/acme-promises.ts';
import { endingPromises } from '../promises/ending-promises.ts';
import { housePromises } from '../promises/house-promises.ts';
import { ownDeliveryPromises } from '../promises/own-delivery-promises.ts';
import { pairPromises } from '../promises/pair-promises.ts';
import { permissionSetPromises } from '../promises/permission-set-promises.ts';
import { aboutAccountsThere, promisedIn } from '../promises/promised-in.ts';
import type { AccessPromise } from '../promises/promise.ts';
import { type Simulator, simulator } from '../simulate/simulator.ts';
import { readTerraform } from '../terraform/read-terraform.ts';
import { type TrustGraph, conceivableSteps, trustGraph } from '../trust/trust-graph.ts';
import { buildWorld } from '../world/build-world.ts';
import type { World } from '../world/world.ts';
import { checkFolder, definitionFiles, openDefinition } from './open-definition.ts';

/** Promises that one organization adds to those of the house. */
const ownPromises: Readonly<Record<string, typeof acmePromises>> = { acme: acmePromises };

/** A synthesized organization, ready to be asked. */
export interface OpenOrganization {
  readonly name: string;
  readonly world: World;
  readonly simulator: Simulator;
  readonly graph: TrustGraph;
  readonly promises: readonly AccessPromise[];
  /** Those among them that were written by hand for this organization as it is, and are about accounts that are there. */
  readonly written: readonly AccessPromise[];
  /** What crosses accounts by declaration; none where there is no definition. */
  readonly grants: readonly Grant[];
  /** What the proof can't know for want of a definition; undefined where there is one. */
  readonly unknown?: string;
}

/**
 * Reads `cdktf.out` and `organization.lock.json` of an organization's folder.
 *
 * @param declared what its definition says; by default read from the built program beside it
 * @throws Error when the folder is no organization's or not synthesized; DefinitionError when the definition has problems; UnreadableTerraformError when the Terraform leaves something open
 */
export async function openOrganization(folder: string, declared?: Organization): Promise<OpenOrganization> {
  const output = join(folder, 'cdktf.out');
  const name = basename(resolve(folder));
  if (!existsSync(join(output, 'stacks'))) {
    checkFolder(folder);
    throw new Error(`${folder} has no synthesized Terraform, run npx nx synth ${name} first`);
  }
  const lock = join(folder, 'organization.lock.json');
  const world = buildWorld(existsSync(lock) ? readTerraform(output, lock) : readTerraform(output));
  const asking = simulator(world);
  const graph = await trustGraph(conceivableSteps(world), asking.ask);
  const organization = declared ?? (await organizationBuilt(folder));
  const grants = organization?.grants ?? [];
  const written = aboutAccountsThere(world, promisedIn(world, ownPromises[name]?.(grants, world) ?? []));
  const promises = [
    ...promisedIn(world, housePromises),
    ...permissionSetPromises(world),
    ...ownDeliveryPromises(world),
    ...promisedIn(world, pairPromises(world, grants)),
    ...(organization ? endingPromises(runtimeAccountsOf(organization)) : []),
    ...written,
  ];
  const unknown = organization ? {} : { unknown: withoutDefinition(folder) };
  return { name, world, simulator: asking, graph, promises, written, grants, ...unknown };
}

const withoutDefinition = (folder: string) =>
  `${folder} has no definition (looked for ${definitionFiles.join(', ')}): no way between accounts counts as granted, and no end of an account is known`;

/** What the definition of a built program says; undefined where it isn't built. */
export async function organizationBuilt(folder: string): Promise<Organization | undefined> {
  const definition = await openDefinition(folder);
  return definition && parseOrganization(definition);
}
