import type { PolicyType } from './policy-type.ts';
import type { Target } from './target.ts';

/** A policy as AWS takes it, and what it is attached to. */
export interface CompiledPolicy {
  /** `acme-runtime-dev-1`, `acme-rcp-runtime-1`: after its target; `acme-rcp-shared-tokens` where it has several. */
  readonly name: string;
  readonly type: PolicyType;
  /** Minified JSON. */
  readonly content: string;
  readonly targets: readonly [Target, ...Target[]];
}
