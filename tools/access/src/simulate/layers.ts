import type { Policy, Statement } from '../policy/policy.ts';
import type { Level } from '../world/world.ts';
import type { Question, Substitute } from './question.ts';
import { statementsAbout } from './relevant-statements.ts';

/** The statements that have a say in a question, by the layer of AWS's evaluation that they stand in. */
export interface Layers<Each = Statement> {
  readonly identity: readonly Each[];
  /** Undefined where the principal has no boundary. */
  readonly boundary?: readonly Each[];
  /** Undefined where the resource has no policy of its own. */
  readonly resource?: readonly Each[];
  /** From the root down; each level has to allow, and none may deny. */
  readonly serviceControl: readonly (readonly Each[])[];
  readonly resourceControl: readonly (readonly Each[])[];
}

/**
 * Services whose resources resource control policies protect. AWS adds services; where one is missing here, less is
 * denied than in AWS. Source: AWS Organizations User Guide, list of AWS services that support RCPs.
 */
const underResourceControl = ['dynamodb', 'ecr', 'events', 'kms', 's3', 'secretsmanager', 'sqs', 'sts'];

/** The layers of which one has to allow anything at all. */
export type OwnLayers = Pick<Layers, 'identity' | 'resource'>;

export function ownLayersOf({ principal, action, resource }: Question, substitute?: Substitute): OwnLayers {
  const identity = statementsAbout(principal.policies, action, substitute);
  if (resource.policies.length === 0) return { identity };
  return { identity, resource: statementsAbout(resource.policies, action, substitute) };
}

export function layersOf(question: Question, substitute?: Substitute): Layers {
  const { principal, action, resource, unguarded } = question;
  const service = action.slice(0, action.indexOf(':'));
  const levels = (each: readonly Level[], of: (level: Level) => readonly Policy[]) =>
    each.map((level) => statementsAbout(of(level), action, substitute));
  return {
    ...ownLayersOf(question, substitute),
    ...(principal.boundary && { boundary: statementsAbout(policiesOf(principal.boundary), action, substitute) }),
    serviceControl: levels(unguarded ? [] : (principal.account?.levels ?? []), ({ serviceControl }) => serviceControl),
    resourceControl:
      !unguarded && underResourceControl.includes(service)
        ? levels(resource.account.levels, ({ resourceControl }) => resourceControl)
        : [],
  };
}

const alone = new WeakMap<Policy, readonly Policy[]>();

/** The same list for the same boundary, so that what is about an action is found once. */
function policiesOf(policy: Policy): readonly Policy[] {
  const policies = alone.get(policy) ?? [policy];
  alone.set(policy, policies);
  return policies;
}

/** Layers with each statement as something else; those that come to nothing are left out. */
export function mapLayers<From, To>(
  { identity, boundary, resource, serviceControl, resourceControl }: Layers<From>,
  map: (each: From, layer: keyof Layers) => To | undefined,
): Layers<To> {
  const all = (statements: readonly From[], layer: keyof Layers) => {
    const mapped: To[] = [];
    for (const each of statements) {
      const to = map(each, layer);
      if (to !== undefined) mapped.push(to);
    }
    return mapped;
  };
  return {
    identity: all(identity, 'identity'),
    ...(boundary && { boundary: all(boundary, 'boundary') }),
    ...(resource && { resource: all(resource, 'resource') }),
    serviceControl: serviceControl.map((level) => all(level, 'serviceControl')),
    resourceControl: resourceControl.map((level) => all(level, 'resourceControl')),
  };
}

/** All statements of the layers. */
export const statementsIn = <Each>({
  identity,
  boundary,
  resource,
  serviceControl,
  resourceControl,
}: Layers<Each>): readonly Each[] => [
  ...identity,
  ...(boundary ?? []),
  ...(resource ?? []),
  ...serviceControl.flat(),
  ...resourceControl.flat(),
];
