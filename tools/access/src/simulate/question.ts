import type { Statement } from '../policy/policy.ts';
import type { Context, Principal, Resource } from '../world/world.ts';

/** Can this principal do this to that? */
export interface Question {
  readonly principal: Principal;
  /** `s3:GetObject`. */
  readonly action: string;
  readonly resource: Resource;
  /** What else is known of the request, over what follows from principal and resource. */
  readonly context?: Context;
  /** As if no policy of the organization were attached: in a deployment, guardrails come last. */
  readonly unguarded?: true;
}

/**
 * - `allowed`: whatever else stands in the request
 * - `conditional`: under conditions on what isn't known of the request, a second factor for example
 * - `denied`: whatever else stands in the request
 */
export type Decision = 'allowed' | 'conditional' | 'denied';

export interface Answer {
  readonly decision: Decision;
  /** The statements that allow it or, where it is denied, those that deny it; none where only nothing allows it. */
  readonly by: readonly Statement[];
  /** Why in words: `no policy of the principal allows it`. */
  readonly because: string;
  /** What has to hold of the request, where the decision is conditional. */
  readonly conditions: readonly string[];
}

/** The same for the same question. A key that is known to be missing counts as well. */
export const keyOf = ({ principal, action, resource, context, unguarded }: Question): string =>
  [
    ...[principal.name, action, resource.name, resource.arn, unguarded ? 'unguarded' : ''],
    JSON.stringify(Object.entries(context ?? {})),
  ].join('\n');

/** Another text for a statement, or none: a mutant differs from the world in that. */
export interface Substitute {
  readonly key: string;
  readonly by: Statement | undefined;
}
