import type { RuntimeAccountStack } from './runtime-account-stack.ts';

/** Holds what a unit's own constructs may not touch against what they do, when the stack is synthesized. */
export function sealParts(_: RuntimeAccountStack): void {
  // nothing yet
}
