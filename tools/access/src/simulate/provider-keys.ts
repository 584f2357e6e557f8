import type { StatementDocument } from '../policy/policy.ts';

/**
 * Keys of identity providers, such as `token.actions.githubusercontent.com:sub`: a domain, a colon, a claim.
 *
 * The simulator drops keys that its data doesn't know of an action, and it knows few claims of few providers: a trust
 * policy would be evaluated as if a token had no subject. So claims travel under the name of a tag of the principal,
 * which is known of every action, in the request and in the policies alike.
 */
const providerKey = /^[^:/]+\.[^:]+:/;

/** Of KMS, with what was encrypted in its name: the simulator takes no colon there, so that it travels in the same way. */
const encryptionContextKey = /^kms:encryptioncontext:/i;

const prefix = 'aws:PrincipalTag/';

export const isProviderKey = (key: string): boolean => providerKey.test(key);

/** The name under which a key is simulated. */
const simulatedKey = (key: string): string => (isSimulatedUnderTag(key) ? `${prefix}${key}` : key);

/** Whether a key travels under the name of a tag, whoever writes it. */
export const isSimulatedUnderTag = (key: string) => isProviderKey(key) || encryptionContextKey.test(key);

/** A text in which keys have their own names again. */
export const withOwnKeys = (text: string): string =>
  text.startsWith(prefix) && isSimulatedUnderTag(text.slice(prefix.length)) ? text.slice(prefix.length) : text;

/** Conditions with the names under which their keys are simulated. */
export const simulatedConditions = (conditions: NonNullable<StatementDocument['Condition']>) =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [operator, withSimulatedKeys(keys)] as const),
  );

export const withSimulatedKeys = <Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [simulatedKey(key), value]));
