import { z } from 'zod';
import { dataClasses } from './values.ts';

const text = (rule: string) => z.string(rule).min(1, rule);
const flag = (rule: string) => z.boolean(rule);
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `must be one of ${values.map((value) => `'${value}'`).join(', ')}`);
const listOf = <T extends z.ZodType>(item: T, rule: string) => z.array(item, rule);
const wholeNumber = (min: number, rule: string) => z.int(rule).min(min, rule);

const email = z
  .string('must be an e-mail address')
  .regex(/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/, 'must be an e-mail address');

// Tag values of AWS accounts: the letters that every service accepts, at most 256 of them.
const costCenter = z
  .string('must be a cost center, as text')
  .regex(
    /^[\p{L}\p{N} _.:/=+\-@]{1,256}$/u,
    'must have 1 to 256 letters, digits, spaces or _.:/=+-@, it becomes a tag',
  );

const budget = z.strictObject(
  {
    amount: z
      .string("must be decimal text like '20000' or '19.50', in quotes: money is never a float")
      .regex(/^(?=.*[1-9])\d{1,12}(\.\d{1,2})?$/, 'must be a decimal over 0 with at most two places'),
    currency: z.literal('USD', "must be 'USD', the currency of AWS budgets"),
    per: z.literal('month', "must be 'month'"),
  },
  'must be a budget like { amount: "20000", currency: "USD", per: "month" }',
);

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

const pipeline = z.strictObject({
  github: z
    .string("must be a repository like 'acme/platform'")
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9._-]+$/, "must be a repository like 'acme/platform'"),
  environments: listOf(text('must be the name of an environment'), 'must be a list of environments').min(
    1,
    'must name at least one protected environment',
  ),
});

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
  budget: budget.optional(),
  protect: flag('must be true or false').optional(),
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
    accountEmail: text('must be an e-mail address with {account} in it').optional(),
    overrides: z.record(z.string(), z.strictObject(phaseSettings, 'must be settings of a phase')).optional(),
  },
  'must be a business unit like { owner: "team@acme.example", costCenter: "CC-100", phases: ["dev"] }',
);

/**
 * The shape of a definition: what stands where, and of which type. Rules between its parts are in the `check-…` files.
 *
 * Retention: Object Lock takes 1 to 100 years.
 */
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
    enterprise: z.strictObject(
      {
        owner: email,
        costCenter,
        budget: budget.optional(),
        identity: z.strictObject(
          { signIn: oneOf(['iam-users', 'identity-center']) },
          'must say how people sign in, like { signIn: "iam-users" }',
        ),
        sharedServices: z.strictObject(
          {
            retention: z.strictObject(
              {
                years: wholeNumber(1, 'must be a whole number of years, 1 to 100').max(
                  100,
                  'must be 100 years or less',
                ),
              },
              'must be a time like { years: 7 }',
            ),
            lock: oneOf(['compliance', 'governance']).optional(),
          },
          'must say how long the archive keeps what flows in, like { retention: { years: 7 } }',
        ),
        delivery: z.strictObject(
          { pipelines: listOf(pipeline, 'must be a list of pipelines') },
          'must list the pipelines that deploy, like { pipelines: [] }',
        ),
      },
      'must describe the accounts that exist once: owner, costCenter, identity, sharedServices, delivery',
    ),
    phases: z.record(z.string(), phase, 'must be the phases by name'),
    businessUnits: z.record(z.string(), businessUnit, 'must be the business units by name'),
  },
  'must be an object with name, regions, accountEmail, enterprise, phases and businessUnits',
);

/** Every key that a definition can have, to suggest the right one for a mistyped one. */
export const knownKeys: readonly string[] = [
  ...new Set([
    ...[definitionSchema, phase, businessUnit, instanceCap, budget, pipeline].flatMap(({ shape }) =>
      Object.keys(shape),
    ),
    ...[definitionSchema.shape.regions, definitionSchema.shape.enterprise].flatMap(({ shape }) => Object.keys(shape)),
    ...['signIn', 'retention', 'lock', 'pipelines', 'years'],
  ]),
];
