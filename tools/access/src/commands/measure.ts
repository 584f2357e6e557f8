import { checkPromises, holds } from '../promises/check-promises.ts';
import { openOrganization } from './open-organization.ts';
import { cellsOf } from './prove.ts';

/** What a whole proof of an organization takes. */
export interface ProofMeasure {
  readonly accounts: number;
  readonly principals: number;
  readonly promises: number;
  /** Promises that don't hold. */
  readonly broken: number;
  /** Those that promises ask, with the ones that are denied for want of any statement. */
  readonly questions: number;
  readonly cells: number;
  /** Different questions that took the simulator. */
  readonly simulations: number;
  /** Milliseconds: reading the Terraform and who becomes whom, the matrix, the promises. */
  readonly reading: number;
  readonly matrix: number;
  readonly proving: number;
  /** Milliseconds of those that the simulator took by itself: nothing that simulates is faster. */
  readonly simulating: number;
}

/** Reads an organization, makes its matrix and asks its promises, one after the other. */
export async function measureProof(folder: string): Promise<ProofMeasure> {
  const start = performance.now();
  const organization = await openOrganization(folder);
  const { world, simulator, graph, promises } = organization;
  const read = performance.now();
  const cells = await cellsOf(organization);
  const made = performance.now();
  const results = await checkPromises(promises, world, graph, simulator.ask);
  const end = performance.now();
  return {
    accounts: world.accounts.length,
    principals: world.principals.length,
    promises: results.length,
    broken: results.filter((each) => !holds(each)).length,
    questions: results.reduce((sum, each) => sum + each.questions, 0),
    cells: cells.length,
    simulations: simulator.work.simulations,
    ...{ reading: read - start, matrix: made - read, proving: end - made, simulating: simulator.work.simulating },
  };
}
