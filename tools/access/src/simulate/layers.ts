import type { Policy, Statement } from '../policy/policy.ts';
import type { Level } from '../world/world.ts';
import type { Question, Substitute } from './question.ts';
import { statementsAbout } from './relevant-statements.ts';

/** The statements that have a say in a question, by the layer of AWS's evaluation that they stand in. */
export interface Layers {
  readonly identity: readonly Statement[];
  /** Undefined where the principal has no boundary. */
  readonly boundary?: readonly Statement[];
  /** Undefined where the resource has no policy of its own. */
  readonly resource?: readonly Statement[];
  /** From the root down; each level has to allow, and none may deny. */
  readonly serviceControl: readonly (readonly Statement[])[];
  readonly resourceControl: readonly (readonly Statement[])[];
}

/**
 * Services whose resources resource control policies protect. AWS adds services; where one is missing here, less is
 * denied than in AWS. Source: AWS Organizations User Guide, list of AWS services that support RCPs.
 */
const underResourceControl = ['dynamodb', 'ecr', 'events', 'kms', 's3', 'secretsmanager', 'sqs', 'sts'];

export function layersOf({ principal, action, resource, unguarded }: Question, substitute?: Substitute): Layers {
  const about = (policies: readonly Policy[]) =>
    policies.flatMap((policy) => statementsAbout(policy, action, substitute));
  const service = action.slice(0, action.indexOf(':'));
  const levels = (each: readonly Level[], of: (level: Level) => readonly Policy[]) =>
    each.map((level) => about(of(level)));
  const ownPolicies = resource.account.levels;
  return {
    identity: about(principal.policies),
    ...(principal.boundary && { boundary: about([principal.boundary]) }),
    ...(resource.policies.length > 0 && { resource: about(resource.policies) }),
    serviceControl: levels(unguarded ? [] : (principal.account?.levels ?? []), ({ serviceControl }) => serviceControl),
    resourceControl:
      !unguarded && underResourceControl.includes(service)
        ? levels(ownPolicies, ({ resourceControl }) => resourceControl)
        : [],
  };
}

/** All statements of the layers. */
export const statementsIn = ({ identity, boundary, resource, serviceControl, resourceControl }: Layers) => [
  ...identity,
  ...(boundary ?? []),
  ...(resource ?? []),
  ...serviceControl.flat(),
  ...resourceControl.flat(),
];
