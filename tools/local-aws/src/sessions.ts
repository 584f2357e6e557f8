import type { Clock } from './clock.ts';
import { type PolicyDocument, administratorAccess } from './policy-document.ts';
import { type World, type WorldRole, roleArn } from './world.ts';

/** Who signed a request. */
export interface Caller {
  readonly accountId: string;
  /** `arn:aws:sts::123456789012:assumed-role/controller/session`, or a user's. */
  readonly arn: string;
  /** What policies compare: the role of a session, else the same as `arn`. */
  readonly principalArn: string;
  readonly userId: string;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Which access key stands for whom. Signatures are not verified: the key id is the identity. */
export interface Sessions {
  /** A key for a role, good for so long in the world's time. */
  assume(role: WorldRole, sessionName: string, seconds: number): { credentials: Credentials; caller: Caller };
  /** A key that never expires, for the administrator of an account, or one of its roles. */
  permanent(arn: string): Credentials;
  find(accessKeyId: string): { readonly caller: Caller; readonly expires: number } | undefined;
}

export function openSessions(clock: Clock): Sessions {
  const sessions = new Map<string, { readonly caller: Caller; readonly expires: number }>();
  const open = (caller: Caller, expires: number): Credentials => {
    const accessKeyId = `ASIALOCAL${String(sessions.size + 1).padStart(11, '0')}`;
    sessions.set(accessKeyId, { caller, expires });
    return { accessKeyId, secretAccessKey: `secret-of-${accessKeyId}`, sessionToken: `token-of-${accessKeyId}` };
  };
  return {
    assume(role, sessionName, seconds) {
      const caller = sessionOf(role, sessionName);
      return { credentials: open(caller, clock.now() + seconds * 1000), caller };
    },
    permanent(arn) {
      const [, , , , accountId = '', resource = ''] = arn.split(':');
      const [, path = '/', name = ''] = /^role(\/(?:.*\/)?)([^/]+)$/.exec(resource) ?? [];
      const caller = name
        ? sessionOf({ accountId, path, name }, 'local')
        : { accountId, arn, principalArn: arn, userId: 'AIDALOCAL' };
      return open(caller, Infinity);
    },
    find: (accessKeyId) => sessions.get(accessKeyId),
  };
}

const sessionOf = (role: Pick<WorldRole, 'accountId' | 'path' | 'name'>, sessionName: string): Caller => ({
  accountId: role.accountId,
  // The ARN of a session leaves the role's path out (IAM user guide, identifiers).
  arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`,
  principalArn: roleArn(role),
  userId: `AROALOCAL${role.name.toUpperCase()}:${sessionName}`,
});

/** The policies that a caller carries; a user is an administrator. A role that was deleted meanwhile carries none. */
export function policiesOf(caller: Caller, world: World): readonly PolicyDocument[] {
  if (caller.principalArn.includes(':user/')) return [administratorAccess];
  return world.roles.find((role) => roleArn(role) === caller.principalArn)?.permissions ?? [];
}
