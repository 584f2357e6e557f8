import { z } from 'zod';
import { listOf, oneOf, text } from './schema-parts.ts';
import { storeKinds, workloadServices } from './store-definition.ts';
import { dataClasses } from './values.ts';

const phases = listOf(text('must be the name of a phase'), 'must be a list of phases')
  .min(1, 'must name at least one phase')
  .optional();

const store = z.strictObject(
  { kind: oneOf(storeKinds), data: oneOf(dataClasses).optional(), phases },
  'must be a store like { kind: "bucket" }',
);

const workload = z.strictObject(
  { runsOn: oneOf(workloadServices), phases },
  'must be a workload like { runsOn: "ecs" }',
);

export const storesShape = z.record(z.string(), store, 'must be the stores by name');
export const workloadsShape = z.record(z.string(), workload, 'must be the workloads by name');

/** For the keys that they have. */
export const storeShapes = [store, workload];
