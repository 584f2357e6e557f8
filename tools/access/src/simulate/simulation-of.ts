import { createValidatedPolicy } from '@cloud-copilot/iam-policy';
import type { Simulation } from '@cloud-copilot/iam-simulate';
import { anonymousPrincipal } from '@cloud-copilot/iam-simulate';
import type { Statement } from '../policy/policy.ts';
import { layersAboutObject, objectLike } from './about-object.ts';
import { simulatedConditions } from './provider-keys.ts';
import { valuesIn } from './request-context.ts';
import type { Context } from '../world/world.ts';
import type { Question } from './question.ts';
import type { Layers } from './layers.ts';

/** A simulator's input, and the statements by the Sids that stand in it. */
export interface PreparedSimulation {
  readonly simulation: Simulation;
  readonly statements: ReadonlyMap<string, Statement>;
}

/**
 * Writes a question down as the simulator wants it.
 *
 * The action of every statement is replaced by the one that is asked about, under which it falls anyhow, since lists of
 * fifty actions are what simulation takes longest over. Sids are replaced by numbers that are unique in all policies.
 */
export function simulationOf(question: Question, written: Layers, context: Context): PreparedSimulation {
  const aboutObject = layersAboutObject(question.resource.arn, written);
  const layers = aboutObject ?? written;
  const arn = aboutObject ? objectLike(question.resource.arn) : question.resource.arn;
  const statements = new Map<string, Statement>();
  const { principal, action, resource } = question;
  const policy = (written: readonly Statement[]) => {
    const Statement = written.map((each) => {
      const Sid = `S${statements.size}`;
      statements.set(Sid, each);
      const { Action: _, NotAction: __, Condition, ...rest } = each.document;
      return { ...rest, Sid, Action: action, ...(Condition && { Condition: simulatedConditions(Condition) }) };
    });
    return createValidatedPolicy({ Version: '2012-10-17', Statement }, () => []);
  };
  const named = (name: string, written: readonly Statement[]) => ({ name, policy: policy(written) });
  const levels = (each: Layers['serviceControl']) =>
    each.map((written, index) => ({ orgIdentifier: `${index}`, policies: [named('control', written)] }));
  const anonymous = principal.kind === 'anonymous';
  const simulation: Simulation = {
    request: {
      principal: anonymous ? anonymousPrincipal : principal.arn,
      action,
      resource: { resource: arn, accountId: resource.account.id },
      contextVariables: valuesIn(context) as Record<string, string | string[]>,
    },
    identityPolicies: anonymous ? [] : [named('identity', layers.identity)],
    serviceControlPolicies: levels(layers.serviceControl),
    resourceControlPolicies: levels(layers.resourceControl),
    ...(layers.resource && { resourcePolicy: policy(layers.resource) }),
    ...(layers.boundary && { permissionBoundaryPolicies: [named('boundary', layers.boundary)] }),
  };
  return { simulation, statements };
}
