import { createValidatedPolicy } from '@cloud-copilot/iam-policy';
import type { Simulation } from '@cloud-copilot/iam-simulate';
import { anonymousPrincipal } from '@cloud-copilot/iam-simulate';
import type { Context } from '../world/world.ts';
import type { Layers } from './layers.ts';
import { simulatedConditions } from './provider-keys.ts';
import type { Question } from './question.ts';
import type { ReducedStatement } from './reduced-statement.ts';
import { valuesIn } from './request-context.ts';

/**
 * Writes a question down as the simulator wants it.
 *
 * The action of every statement is replaced by the one that is asked about, under which it falls anyhow, since lists of
 * fifty actions are what simulation takes longest over. Sids are replaced by `sidOf` the place of the statement.
 */
export function simulationOf(question: Question, layers: Layers<ReducedStatement>, context: Context): Simulation {
  const { principal, action, resource } = question;
  let place = 0;
  const policy = (written: readonly ReducedStatement[]) => {
    const Statement = written.map(({ document: { Condition, ...rest } }) => ({
      ...rest,
      ...{ Sid: sidOf(place++), Action: action },
      ...(Condition && { Condition: simulatedConditions(Condition) }),
    }));
    return createValidatedPolicy({ Version: '2012-10-17', Statement }, () => []);
  };
  const named = (name: string, written: readonly ReducedStatement[]) => ({ name, policy: policy(written) });
  const levels = (each: Layers<ReducedStatement>['serviceControl']) =>
    each.map((written, index) => ({ orgIdentifier: `${index}`, policies: [named('control', written)] }));
  const anonymous = principal.kind === 'anonymous';
  // one after the other in the order of `statementsIn`, by which places count
  const identity = named('identity', layers.identity);
  const boundary = layers.boundary && named('boundary', layers.boundary);
  const ofResource = layers.resource && policy(layers.resource);
  return {
    request: {
      principal: anonymous ? anonymousPrincipal : principal.arn,
      action,
      resource: { resource: resource.arn, accountId: resource.account.id },
      contextVariables: valuesIn(context) as Record<string, string | string[]>,
    },
    identityPolicies: anonymous ? [] : [identity],
    serviceControlPolicies: levels(layers.serviceControl),
    resourceControlPolicies: levels(layers.resourceControl),
    ...(ofResource && { resourcePolicy: ofResource }),
    ...(boundary && { permissionBoundaryPolicies: [boundary] }),
  };
}

export const sidOf = (place: number): string => `S${place}`;

export const placeOfSid = (sid: string): number => Number(sid.slice(1));
