import { z } from 'zod';
import { localRoleNames } from './platform-names.ts';
import { email, listOf, oneOf, text, wholeNumberUpTo } from './schema-parts.ts';

const personShape = z.strictObject(
  {
    name: text("must be the person's name, like 'Anna Keller'").max(256, 'must have at most 256 characters'),
    email,
    unit: text("must be a business unit or 'enterprise'"),
    alsoIn: listOf(text("must be a business unit or 'enterprise'"), 'must be a list of business units').optional(),
    groups: listOf(text('must be the name of a group'), 'must be a list of groups'),
  },
  'must be a person like { name: "Anna Keller", email: "anna@acme.example", unit: "retail", groups: ["retail-appeng"] }',
);

const groupShape = z.strictObject(
  {
    unit: text('must be a business unit'),
    roles: listOf(oneOf(localRoleNames), 'must be a list of roles').min(1, 'must name at least one role'),
    phases: listOf(text('must be the name of a phase'), 'must be a list of phases')
      .min(1, 'must name at least one phase')
      .optional(),
  },
  'must be a group like { unit: "retail", roles: ["operator"], phases: ["prod"] }',
);

const secondFactorShape = z.strictObject(
  { minutes: wholeNumberUpTo(15, 720, 'must be a whole number of minutes, 15 to 720') },
  'must be a time like { minutes: 60 }',
);

export const identityShape = z.strictObject(
  {
    signIn: oneOf(['iam-users', 'identity-center']),
    people: z.record(z.string(), personShape, 'must be people by user name').optional(),
    groups: z.record(z.string(), groupShape, 'must be groups by name').optional(),
    secondFactor: secondFactorShape.optional(),
  },
  'must say how people sign in, like { signIn: "iam-users" }',
);

export const identityShapes = [identityShape, personShape, groupShape, secondFactorShape];
