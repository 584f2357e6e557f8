import type { Call } from './decide.fixture.ts';
import type { Statement } from './policy.ts';

export const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
export const admin = role('admin');
export const deployer = role('bulkhead/deployer');
export const controller = role('bulkhead/controller');
export const firstDeployment = role('OrganizationAccountAccessRole');

/** A principal, what it calls, on what, and what else AWS says about the request. */
export const call = (
  principal: string,
  action: string,
  resource = '*',
  more: Readonly<Record<string, string>> = {},
): Call => ({
  action,
  resource,
  context: { 'aws:PrincipalArn': principal, ...more },
});

/** What a guardrail says to a call. */
export type Case = readonly [promise: string, statements: readonly Statement[], asked: Call, denied: boolean];
