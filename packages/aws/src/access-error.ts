import { AccessError } from '@bulkhead/controller';
import { isOptInRegion } from '@bulkhead/model';
import { type SdkFailure, isSdkFailure } from './sdk-failure.ts';

/** A call as messages name it. */
export interface CallSite {
  /** IAM's name: `servicequotas:ListServiceQuotas`. */
  readonly action: string;
  /** ARN of the role as which the call is made. */
  readonly role: string;
  readonly region: string;
}

const codes = {
  denied: ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'DependencyAccessDeniedException'],
  expired: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired'],
  missing: ['CredentialsProviderError', 'TokenProviderError'],
  regionOff: ['OptInRequired', 'RegionDisabledException'],
  // A Region that is off knows no key of the account, so that AWS blames the key.
  unknownKey: ['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException'],
} as const;

/** Carries out a call; whatever keeps it from its answer rejects as an AccessError that names action and role. */
export async function reaching<Value>(site: CallSite, call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (cause) {
    throw accessErrorOf(cause, site) ?? cause;
  }
}

/** The failure in words that say what to change; undefined for what neither AWS nor the network answered. */
export function accessErrorOf(cause: unknown, site: CallSite): AccessError | undefined {
  if (!isSdkFailure(cause) || cause instanceof AccessError) return undefined;
  const message = wordsFor(cause, site);
  return message === undefined ? undefined : new AccessError(message, { cause });
}

function wordsFor(failure: SdkFailure, { action, role, region }: CallSite): string | undefined {
  const { name, code, $metadata } = failure;
  const said = failure.message.replace(/\.$/, '');
  const is = (kind: readonly string[]) => kind.includes(name);
  if (is(codes.denied)) return wordsForDenial(said, { action, role, region });
  if (is(codes.expired)) return `the credentials have expired, sign in again: ${action} as ${role}, AWS says: ${said}`;
  if (is(codes.missing)) return `no AWS credentials can be used, sign in or set AWS_PROFILE: ${said}`;
  if (is(codes.regionOff) || (is(codes.unknownKey) && isOptInRegion(region))) {
    return `${region} is off in the account of ${role}, enable it there or take it out of the definition: ${action}, AWS says: ${said}`;
  }
  if (is(codes.unknownKey)) {
    return `AWS does not know the credentials, sign in again or correct AWS_PROFILE: ${action} as ${role} in ${region}, AWS says: ${said}`;
  }
  if (code === undefined && name !== 'TimeoutError' && $metadata === undefined) return undefined;
  return `${action} as ${role} in ${region} failed, try again later: ${code ?? name}: ${said}`;
}

/** AWS names caller, action and resource in most services; not in Organizations. */
function wordsForDenial(said: string, { action, role, region }: CallSite): string {
  const named = /User: (\S+) is not authorized to perform: (\S+?:\w+)(?: on resource: (\S+))?/.exec(said);
  if (named?.[2] === 'sts:AssumeRole') {
    return `${named[1] ?? 'the caller'} may not call sts:AssumeRole on ${named[3] ?? role}: deploy the account's stack, which makes that role, or check that the account is not suspended`;
  }
  const mend = said.includes('explicit deny in a service control policy')
    ? 'a guardrail denies it, deploy the guardrails of this definition or look for a policy that it does not know'
    : "allow it in the role's policy";
  return `${role} may not call ${named?.[2] ?? action} in ${region}, ${mend}: AWS says: ${said}`;
}
