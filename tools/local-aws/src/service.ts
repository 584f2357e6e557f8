import type { Operation } from './operation.ts';
import type { Protocol } from './protocols.ts';

/** A service of AWS, as far as this machine has it. */
export interface Service {
  /** Prefix of its IAM actions, and how calls and faults name it. */
  readonly name: string;
  /** Prefix of the `X-Amz-Target` header; undefined for Query services. */
  readonly target?: string;
  /** The `Version` parameter of Query services. */
  readonly version?: string;
  readonly protocol: Protocol;
  readonly operations: readonly Operation[];
  readonly codes: ErrorCodes;
}

/** How a service calls refusals that every service has. */
export interface ErrorCodes {
  readonly throttled: readonly [code: string, message: string, status: number];
  readonly denied: readonly [code: string, status: number];
  readonly expired: readonly [code: string, message: string, status: number];
  readonly unknownKey: readonly [code: string, message: string, status: number];
  readonly unknownOperation: readonly [code: string, status: number];
}

const invalidToken = 'The security token included in the request is invalid.';
const expiredToken = 'The security token included in the request is expired';

export const jsonCodes: ErrorCodes = {
  throttled: ['TooManyRequestsException', 'Too Many Requests', 400],
  denied: ['AccessDeniedException', 400],
  expired: ['ExpiredTokenException', expiredToken, 400],
  unknownKey: ['UnrecognizedClientException', invalidToken, 400],
  unknownOperation: ['UnknownOperationException', 400],
};

export const queryCodes: ErrorCodes = {
  throttled: ['Throttling', 'Rate exceeded', 400],
  denied: ['AccessDenied', 403],
  expired: ['ExpiredToken', expiredToken, 403],
  unknownKey: ['InvalidClientTokenId', invalidToken, 403],
  unknownOperation: ['InvalidAction', 400],
};

export const ec2Codes: ErrorCodes = {
  throttled: ['RequestLimitExceeded', 'Request limit exceeded.', 503],
  denied: ['UnauthorizedOperation', 403],
  expired: ['RequestExpired', 'Request has expired.', 400],
  unknownKey: ['AuthFailure', 'AWS was not able to validate the provided access credentials', 401],
  unknownOperation: ['InvalidAction', 400],
};
