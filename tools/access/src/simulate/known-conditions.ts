import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { listOf, type StatementDocument } from '../policy/policy.ts';
import type { Context } from '../world/world.ts';
import { isSimulatedUnderTag } from './provider-keys.ts';
import type { KnownKeys } from './known-keys.ts';

/** One line of a statement's conditions, by its text: those with the same text share what is known of them. */
export interface Condition {
  /** In lower case: AWS compares keys without case. */
  readonly key: string;
  readonly text: string;
  /** As a statement's Condition of its own. */
  readonly written: NonNullable<StatementDocument['Condition']>;
  readonly hasVariable: boolean;
  /** Whether it holds, by what the request has: each is asked of the simulator once. */
  readonly known: Map<string, boolean>;
}

/** Keys of every request, in lower case, with a value or several. A test compares them with the simulator's data. */
export const keysOfEveryRequest = {
  single: [
    ...['aws:currenttime', 'aws:principalaccount', 'aws:principalarn', 'aws:principalisawsservice'],
    ...['aws:principalorgid', 'aws:principalservicename', 'aws:principaltype', 'aws:requestedregion'],
    ...['aws:resourceaccount', 'aws:resourceorgid', 'aws:securetransport', 'aws:sourceaccount', 'aws:sourcearn'],
    ...['aws:sourceorgid', 'aws:username'],
  ],
  several: ['aws:principalorgpaths', 'aws:resourceorgpaths', 'aws:sourceorgpaths'],
} as const;

const single: ReadonlySet<string> = new Set(keysOfEveryRequest.single);
const several: ReadonlySet<string> = new Set(keysOfEveryRequest.several);

const byText = new Map<string, Condition>();

/** The conditions of a statement, one by one. */
export function conditionsIn({ Condition = {} }: StatementDocument): readonly Condition[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      const written = { [operator]: { [key]: values } };
      const text = JSON.stringify(written);
      let condition = byText.get(text);
      if (!condition) {
        const hasVariable = listOf(values).some((each) => each.includes('${'));
        condition = { key: key.toLowerCase(), text, written, hasVariable, known: new Map<string, boolean>() };
        byText.set(text, condition);
      }
      return condition;
    }),
  );
}

/**
 * Whether a condition holds whatever else stands in the request; undefined where that depends on what isn't known of it,
 * on a variable, or on whether the action has such a key at all.
 *
 */
export function whetherHolds(condition: Condition, known: KnownKeys): boolean | undefined {
  const { key } = condition;
  if (condition.hasVariable || !known.has(key)) return undefined;
  const value = known.get(key);
  if (value !== undefined && !isOfEveryRequest(key, value)) return undefined;
  const text = value === undefined ? '' : JSON.stringify(value);
  let holds = condition.known.get(text);
  if (holds === undefined) condition.known.set(text, (holds = simulated(condition, value)));
  return holds;
}

const isOfEveryRequest = (key: string, value: string | readonly string[]) =>
  typeof value === 'string'
    ? single.has(key) || key.startsWith('aws:principaltag/') || isSimulatedUnderTag(key)
    : several.has(key);

const anybody = 'arn:aws:iam::000000000000:role/anybody';

/** Asks the simulator about a statement that has nothing but the condition. */
function simulated({ key, written }: Condition, value: Context[string]): boolean {
  const request = {
    ...{ principal: anybody, action: 's3:ListAllMyBuckets' },
    resource: { resource: '*', accountId: '000000000000' },
    contextVariables: (value === undefined ? {} : { [key]: value }) as Record<string, string | string[]>,
  };
  const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*', Condition: written }];
  const identityPolicies = [{ name: 'condition', policy: { Version: '2012-10-17', Statement } }];
  const simulation = { request, identityPolicies, serviceControlPolicies: [], resourceControlPolicies: [] };
  return runUnsafeSimulation(simulation, { simulationMode: 'Strict' }) === 'Allowed';
}
