import { z } from 'zod';
import { exceptionalRights, grantedUses } from './grant-definition.ts';
import { chosenBy, day, email, oneOf, text } from './schema-parts.ts';

const unit = text('must be the name of a business unit');
const phase = text('must be the name of a phase');
const reason = text('must say why');

const from = z.strictObject(
  { unit, phase, role: text('must be the name of a workload or of a local role') },
  'must be a role like { unit: "bi", phase: "prod", role: "loader" }',
);
const to = z.strictObject(
  { unit, phase, store: text('must be the name of a store') },
  'must be a store like { unit: "retail", phase: "prod", store: "orders" }',
);
const grant = z.strictObject(
  { from, to, what: oneOf(grantedUses), reason },
  'must be a grant with from, to, what and reason',
);

const ofGrant = z.strictObject({ grant: text('must be the name of a grant') });
const ofAccount = z.strictObject(
  { unit, phase, allows: oneOf(exceptionalRights) },
  'must be { grant: "…" } or { unit: "…", phase: "…", allows: "people-read-data" }',
);
const exception = z.strictObject(
  {
    of: chosenBy((value) => (typeof value === 'object' && value !== null && 'grant' in value ? ofGrant : ofAccount)),
    owner: email,
    reason,
    until: day('must be the day on which it ends'),
  },
  'must be an exception with of, owner, reason and until',
);

export const grantsShape = z.record(z.string(), grant, 'must be the grants by name');
export const exceptionsShape = z.record(z.string(), exception, 'must be the exceptions by name');

/** For the keys that they have. */
export const grantShapes = [from, to, grant, ofGrant, ofAccount, exception];
