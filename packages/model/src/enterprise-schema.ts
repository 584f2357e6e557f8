import { z } from 'zod';
import { trustableServices } from './enterprise-definition.ts';
import { identityShape, identityShapes } from './identity-schema.ts';
import { deliveryShape, deliveryShapes } from './pipeline-schema.ts';
import { budgetShape, costCenter, email, listOf, oneOf, text, textOf, wholeNumber } from './schema-parts.ts';

const retentionShape = z.strictObject(
  // Amazon S3 User Guide, Object Lock: a default retention has at most 100 years
  { years: wholeNumber(1, 'must be a whole number of years, 1 to 100').max(100, 'must be 100 years or less') },
  'must be a time like { years: 7 }',
);

const addresses = listOf(email, 'must be a list of e-mail addresses').min(1, 'must name at least one e-mail address');
const alarmsShape = z.strictObject(
  { security: addresses.optional(), operations: addresses.optional() },
  'must say who is told, like { security: ["security@acme.example"] }',
);

const sharedServicesShape = z.strictObject(
  {
    retention: retentionShape,
    lock: oneOf(['compliance', 'governance']).optional(),
    alarms: alarmsShape.optional(),
    dataEvents: oneOf(['platform', 'all']).optional(),
    delegated: listOf(
      text("must be a service like 'guardduty.amazonaws.com'"),
      'must be a list of services',
    ).optional(),
  },
  'must say how long the archive keeps what flows in, like { retention: { years: 7 } }',
);

const accountRule = 'must be an account id of 12 digits, in quotes';
const trustedAccountShape = z.strictObject(
  {
    account: textOf(accountRule, [/^\d{12}$/, accountRule]),
    services: listOf(oneOf(trustableServices), 'must be a list of services').min(1, 'must name at least one service'),
    owner: email,
    reason: textOf('must say why somebody outside gets in', [/\S/, 'must say why somebody outside gets in']),
  },
  'must be an account like { account: "123456789012", services: ["s3"], owner: "team@acme.example", reason: "backups" }',
);

const guardrailsShape = z.strictObject(
  {
    policyLimits: oneOf(['classic', 'current']).optional(),
    trustedAccounts: listOf(trustedAccountShape, 'must be a list of accounts').optional(),
  },
  'must be settings of the guardrails like { policyLimits: "classic" }',
);

export const enterpriseShape = z.strictObject(
  {
    owner: email,
    costCenter,
    budget: budgetShape.optional(),
    identity: identityShape,
    sharedServices: sharedServicesShape,
    delivery: deliveryShape,
    guardrails: guardrailsShape.optional(),
  },
  'must describe the accounts that exist once: owner, costCenter, identity, sharedServices, delivery',
);

export const enterpriseShapes = [
  ...[enterpriseShape, retentionShape, alarmsShape, sharedServicesShape, trustedAccountShape, guardrailsShape],
  ...identityShapes,
  ...deliveryShapes,
];
