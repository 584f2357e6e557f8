import type { Place } from '@bulkhead/controller';
import type { FinalizeRequestMiddleware, Pluggable } from '@smithy/types';
import pThrottle from 'p-throttle';
import { type CallRates, awsCallRates } from './call-rates.ts';

/** Resolves when a call may go out. */
export type Pace = (action: string, place: Place) => Promise<void>;

/** One pace for a whole organization: everybody who calls AWS for it has to share it. */
export function paceCalls({ operations, services }: CallRates = awsCallRates): Pace {
  const gates = new Map<string, () => Promise<void>>();
  const gate = (key: string, perSecond: number | undefined) => {
    if (perSecond === undefined) return Promise.resolve();
    // Strict: no second ever sees more, where counting by windows would let twice as many through at their border.
    const throttle = pThrottle({ limit: perSecond, interval: 1000, strict: true });
    const opened = gates.get(key) ?? throttle(() => Promise.resolve());
    gates.set(key, opened);
    return opened();
  };
  return async (action, { accountId, region }) => {
    const service = action.slice(0, action.indexOf(':'));
    const together = services[service];
    await gate(`${action} ${accountId} ${region}`, operations[action]);
    await gate(`${service} ${accountId}`, together?.perAccount);
    await gate(service, together?.perOrganization);
  };
}

/** Makes a client keep the pace with every attempt, so that the SDK's own retries count too. */
export function pacing<Input extends object, Output extends object>(
  pace: Pace,
  service: string,
  place: Place,
): Pluggable<Input, Output> {
  const middleware: FinalizeRequestMiddleware<Input, Output> = (next, { commandName = '' }) => {
    const action = `${service}:${commandName.replace(/Command$/, '')}`;
    return async (request) => {
      await pace(action, place);
      return next(request);
    };
  };
  return {
    applyToStack: (stack) => {
      stack.addRelativeTo(middleware, { relation: 'after', toMiddleware: 'retryMiddleware', name: 'pacing' });
    },
  };
}
