import {
  type ValidationError,
  validateIdentityPolicy,
  validateResourceControlPolicy,
  validateResourcePolicy,
  validateServiceControlPolicy,
  validateTrustPolicy,
} from '@cloud-copilot/iam-policy';
import type { Policy, StatementDocument } from './policy.ts';

/** Each kind has rules of its own: a trust policy names no resource, a service control policy no principal. */
export type PolicyKind = 'identity' | 'trust' | 'resource' | 'service-control' | 'resource-control';

const validators: Readonly<Record<PolicyKind, (policy: unknown) => readonly ValidationError[]>> = {
  identity: validateIdentityPolicy,
  trust: validateTrustPolicy,
  resource: validateResourcePolicy,
  'service-control': validateServiceControlPolicy,
  'resource-control': validateResourceControlPolicy,
};

/** Where a policy is written. */
export interface PolicyPlace {
  readonly stack: string;
  readonly address: string;
  /** Argument of the Terraform resource: `assume_role_policy`. */
  readonly attribute: string;
}

/**
 * Reads the text of a policy.
 *
 * @throws Error that says what is wrong with the text, without saying where it stands
 */
export function parsePolicy(text: string, kind: PolicyKind, place: PolicyPlace): Policy {
  const document = parseJson(text);
  const [error] = validators[kind](document);
  if (error) throw new Error(`it is no ${kind.replaceAll('-', ' ')} policy: ${error.message}, at ${error.path}`);
  return policyOf((document as { Statement: StatementDocument | readonly StatementDocument[] }).Statement, place);
}

/** Statements as a policy that is known by its place. */
export function policyOf(
  documents: StatementDocument | readonly StatementDocument[],
  { stack, address, attribute }: PolicyPlace,
): Policy {
  const name = `${stack} ${address} ${attribute}`;
  return {
    name,
    statements: [documents].flat().map((document, index) => ({
      key: `${name} ${index}`,
      origin: { stack, address, sid: document.Sid ?? `statement ${index + 1}` },
      document,
    })),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error('it is no JSON', { cause });
  }
}
