import { z } from 'zod';
import { joinPath } from './problem.ts';

const matching = (pattern: RegExp, rule: string) => z.string(rule).regex(pattern, rule);
const accountId = matching(/^\d{12}$/, 'must be an account id of 12 digits, in quotes');
const arn = (what: string) => matching(/^arn:/, `must be the ARN of ${what}`);

// Patterns: AWS Organizations API reference.
const lockSchema = z.strictObject({
  organization: z
    .strictObject({
      id: matching(/^o-[a-z0-9]{10,32}$/, 'must be an organization id like o-abcdefghij'),
      rootId: matching(/^r-[0-9a-z]{4,32}$/, 'must be a root id like r-abcd'),
      managementAccountId: accountId,
      /** Whether the management account has its deployer role. */
      deployer: z.boolean().optional(),
      /** Whether GuardDuty's and Security Hub's administrators are named, which takes detectors in shared services. */
      securityAdministered: z.boolean().optional(),
    })
    .partial()
    .optional(),
  organizationalUnits: z
    .record(z.string(), matching(/^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/, 'must be an organizational unit id'))
    .optional(),
  accounts: z.record(z.string(), z.strictObject({ id: accountId, deployer: z.boolean().optional() })).optional(),
  /** A person writes it: no Terraform enables IAM Identity Center. */
  identityCenter: z
    .strictObject({
      instanceArn: arn('an Identity Center instance'),
      identityStoreId: matching(
        /^(d-[0-9a-f]{10}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
        'must be an identity store id like d-1234567890',
      ),
      region: z.string('must be the Region of the instance'),
      /** Ids of groups by name, where an identity provider owns them. */
      groups: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  sharedServices: z
    .strictObject({
      keys: z.record(z.string(), arn('a key')),
      sinks: z.record(z.string(), arn('a sink')),
      /** GuardDuty's, by Region. */
      detectors: z.record(z.string(), z.string()),
    })
    .partial()
    .optional(),
  stateBuckets: z.strictObject({ organization: z.string(), accounts: z.string() }).optional(),
});

/**
 * The ids that AWS chose (`organization.lock.json` beside the definition, committed). Deploying writes them; every
 * stack is synthesized from the definition and these, and reads no other stack's state.
 */
export type Lock = z.infer<typeof lockSchema>;

/** The lock of an organization that was never deployed. */
export const emptyLock: Lock = {};

/** A lock file that can't be used, with every reason. */
export class LockError extends Error {
  override readonly name = 'LockError';
}

/**
 * Reads a lock from its JSON text.
 *
 * @throws LockError when the text is no JSON or an id has the wrong form
 */
export function parseLock(text: string): Lock {
  const result = lockSchema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${joinPath(path) || 'the lock'}: ${message}`);
  throw new LockError(`the lock can't be used\n\n${problems.join('\n')}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LockError('the lock is no JSON, restore organization.lock.json from version control', { cause });
  }
}

/** Adds what a deployment put out to a lock. What it puts out wins, nothing else is lost. */
export function mergeLock(lock: Lock, output: unknown): Lock {
  return parseLock(JSON.stringify(mergeObjects(lock, output)));
}

function mergeObjects(a: unknown, b: unknown): unknown {
  if (b === undefined) return a;
  if (!isObject(a) || !isObject(b)) return b;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(keys.map((key) => [key, mergeObjects(a[key], b[key])]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lock as text: keys sorted, so that the same ids give the same bytes in whatever order they came. */
export function renderLock(lock: Lock): string {
  return `${JSON.stringify(sortKeys(lock), null, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  return isObject(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sortKeys(value[key])]),
      )
    : value;
}
