import { z } from 'zod';
import { limitStates } from './limit-state.ts';
import type { Plan } from './plan.ts';

const vcpu = z.number().nonnegative();
const counts = z.record(z.string(), z.int().nonnegative());
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, 'must be an instant in UTC, 2026-01-31T12:00:00.000Z');

function known<Value extends z.ZodType>(value: Value) {
  return z.discriminatedUnion('known', [
    z.strictObject({ known: z.literal(true), value }),
    z.strictObject({ known: z.literal(false), reason: z.string() }),
  ]);
}

const quota = z.strictObject({
  quotaCode: z.string(),
  vcpu,
  source: z.enum(['applied', 'default']),
  adjustable: z.boolean(),
});

const request = z.strictObject({
  id: z.string(),
  quotaCode: z.string(),
  desired: vcpu,
  status: z.enum(['pending', 'case-opened', 'approved', 'denied', 'not-approved', 'case-closed', 'invalid']),
  created: z.string(),
  automatic: z.boolean(),
});

const usage = z.strictObject({
  runningVcpu: known(vcpu),
  committedVcpu: known(vcpu),
  running: counts,
  spot: counts,
  committed: counts,
});

const means = z.strictObject({ kind: z.enum(['quota', 'shape', 'guard', 'detect only']), reason: z.string() });

const cap = z.strictObject({
  instanceType: z.string(),
  atMost: z.int().nonnegative(),
  running: known(z.int().nonnegative()),
  committed: known(z.int().nonnegative()),
  means,
});

const limit = z.strictObject({
  account: z.string(),
  accountId: z.string().nullable(),
  unit: z.string(),
  phase: z.string(),
  region: z.string(),
  quotaCode: z.string(),
  pool: z.string(),
  ceiling: vcpu,
  granted: known(quota),
  pending: known(request.nullable()),
  usage: known(usage),
  state: z.enum(limitStates),
  reason: z.string(),
  means,
  caps: z.array(cap),
});

const action = z.strictObject({
  kind: z.literal('request-quota'),
  account: z.string(),
  place: z.strictObject({ accountId: z.string(), region: z.string() }),
  quotaCode: z.string(),
  from: vcpu,
  to: vcpu,
  reason: z.string(),
});

const finding = z.strictObject({
  account: z.string(),
  problem: z.enum(['not-in-lock', 'missing', 'twice-by-name', 'other-name', 'pending', 'suspended', 'closed']),
  reason: z.string(),
});

const budget = z.strictObject({
  account: z.string(),
  unit: z.string(),
  phase: z.string(),
  limit: z.string(),
  spent: known(
    z.strictObject({ name: z.string(), limit: z.string(), actual: z.string(), forecast: z.string().nullable() }),
  ),
});

/** The shape of a saved plan. What its parts say of one another is checked by its digest and by `parsePlan`. */
export const planSchema = z.strictObject({
  organization: z.string(),
  scope: z.strictObject({ unit: z.string().exactOptional(), phase: z.string().exactOptional() }),
  made: instant,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  accounts: z.array(finding),
  limits: z.array(limit),
  actions: z.array(action),
  budgets: z.array(budget),
  summary: z.strictObject({
    limits: z.record(z.enum(limitStates), z.int().nonnegative()),
    actions: z.int().nonnegative(),
    unknown: z.int().nonnegative(),
  }),
}) satisfies z.ZodType<Plan>;
