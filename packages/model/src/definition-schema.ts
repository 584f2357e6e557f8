import { z } from 'zod';
import { enterpriseShape, enterpriseShapes } from './enterprise-schema.ts';
import { exceptionsShape, grantShapes, grantsShape } from './grant-schema.ts';
import { imagesShape, pipelinesShape } from './pipeline-schema.ts';
import {
  budgetShape,
  costCenter,
  day,
  email,
  listOf,
  oneOf,
  text,
  wholeNumber,
  wholeNumberUpTo,
} from './schema-parts.ts';
import { storeShapes, storesShape, workloadsShape } from './store-schema.ts';
import { accountLives, dataClasses, operations, parts } from './values.ts';

const instanceCap = z.strictObject(
  {
    atMost: wholeNumber(1, 'a cap must be a whole number of instances, 1 or more'),
    instanceType: text("must be an instance type like 'm5.12xlarge'"),
    perRegion: z
      .record(
        z.string(),
        wholeNumber(0, 'must be a whole number of instances, 0 or more'),
        'must map Regions to numbers',
      )
      .optional(),
  },
  'must be a cap like { atMost: 50, instanceType: "m5.12xlarge" }',
);

const backup = z.strictObject(
  // AWS Backup takes up to 100 years; a copy of a copy is not kept for less than the vault's least
  { keepDays: wholeNumberUpTo(7, 36_500, 'must be a whole number of days, 7 to 36,500') },
  'must be like { keepDays: 35 }',
);

const phaseSettings = {
  data: oneOf(dataClasses).optional(),
  regions: listOf(text('must be a Region'), 'must be a list of Regions')
    .min(1, 'must name at least one Region')
    .optional(),
  limits: listOf(instanceCap, 'must be a list of caps').optional(),
  otherVcpu: wholeNumber(0, 'must be a whole number of vCPU, 0 or more').optional(),
  atCap: oneOf(['freeze', 'warn']).optional(),
  instanceTypes: listOf(text('must be an instance type'), 'must be a list of instance types')
    .min(1, 'must name at least one instance type')
    .optional(),
  budget: budgetShape.optional(),
  protect: z.boolean('must be true or false').optional(),
  sessionHours: wholeNumberUpTo(1, 12, 'must be a whole number of hours, 1 to 12').optional(),
  expires: day('must be the day on which it ends').optional(),
  without: listOf(
    z.enum(
      parts,
      `can't be left out, only ${parts.join(' and ')} can: guardrails, telemetry and the controller are the same in every account`,
    ),
    'must be a list of parts',
  ).optional(),
  peopleReadData: z.boolean('must be true or false').optional(),
  operations: listOf(oneOf(operations), 'must be a list of operations').optional(),
  backup: backup.optional(),
};

const phase = z.strictObject(
  {
    ...phaseSettings,
    purpose: text('must say in a few words what the phase is for'),
    follows: text('must be the name of a phase').optional(),
  },
  'must be a phase like { purpose: "testing changes rapidly", data: "synthetic" }',
);

const businessUnit = z.strictObject(
  {
    owner: email,
    costCenter,
    phases: listOf(text('must be the name of a phase'), 'must be a list of phases').min(
      1,
      'must have at least one phase',
    ),
    regions: phaseSettings.regions,
    delivery: oneOf(['own', 'shared']).optional(),
    pipelines: pipelinesShape.optional(),
    images: imagesShape.optional(),
    accountEmail: text('must be an e-mail address with {account} in it').optional(),
    overrides: z.record(z.string(), z.strictObject(phaseSettings, 'must be settings of a phase')).optional(),
    stores: storesShape.optional(),
    workloads: workloadsShape.optional(),
    life: z.record(z.string(), oneOf(accountLives), 'must say of phases what becomes of their account').optional(),
  },
  'must be a business unit like { owner: "team@acme.example", costCenter: "CC-100", phases: ["dev"] }',
);

/** The shape of a definition: what stands where, and of which type. Rules between its parts are in the `check-…` files. */
export const definitionSchema = z.strictObject(
  {
    name: text('must be the name of the organization'),
    organization: oneOf(['new', 'existing']).optional(),
    state: oneOf(['local', 's3']).optional(),
    regions: z.strictObject(
      {
        home: text('must be a Region'),
        further: listOf(text('must be a Region'), 'must be a list of Regions').optional(),
      },
      'must be Regions like { home: "eu-west-1", further: ["us-east-1"] }',
    ),
    accountEmail: text('must be an e-mail address with {account} in it'),
    // AWS Organizations User Guide, quotas: up to 50,000 on request
    accountQuota: wholeNumberUpTo(
      1,
      50_000,
      'must be how many accounts AWS lets the organization have, like 50',
    ).optional(),
    enterprise: enterpriseShape,
    phases: z.record(z.string(), phase, 'must be the phases by name'),
    businessUnits: z.record(z.string(), businessUnit, 'must be the business units by name'),
    grants: grantsShape.optional(),
    exceptions: exceptionsShape.optional(),
  },
  'must be an object with name, regions, accountEmail, enterprise, phases and businessUnits',
);

/** Every key that a definition can have, to suggest the right one for a mistyped one. */
export const knownKeys: readonly string[] = [
  ...new Set(
    [
      definitionSchema,
      definitionSchema.shape.regions,
      ...enterpriseShapes,
      ...storeShapes,
      ...grantShapes,
      phase,
      businessUnit,
      instanceCap,
      budgetShape,
      backup,
    ]
      .map(({ shape }) => Object.keys(shape))
      .flat(),
  ),
];
