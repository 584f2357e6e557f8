import type { World } from '../world/world.ts';
import { assume } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/**
 * Which role each permission set leads to, a promise for each role that people become somewhere: made from the sets that
 * are assigned, so that none of them asks nothing. None where nobody comes from Identity Center.
 */
export function permissionSetPromises(world: Pick<World, 'principals'>): readonly AccessPromise[] {
  const setsOf = new Map<string, Set<string>>();
  for (const { kind, name, account } of world.principals) {
    const [, set] = /\/aws-reserved\/.*AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name) ?? [];
    if (kind !== 'role' || set === undefined) continue;
    const role = roleOf(set, account?.tags['Phase'] ?? '');
    setsOf.set(role, (setsOf.get(role) ?? new Set()).add(set));
  }
  return [...setsOf].flatMap(([role, sets]) => promisesOf(role, [...sets]));
}

/** Sets are named by role and phase: `appeng-dev`; the longest role is shortened, and readers have no phase. */
function roleOf(set: string, phase: string): string {
  const role = set.endsWith(`-${phase}`) ? set.slice(0, -phase.length - 1) : set;
  return role === 'security-admin' ? 'security-administrator' : role;
}

function promisesOf(role: string, sets: readonly string[]): readonly AccessPromise[] {
  const names = sets.map((set) => `aws-reserved/*AWSReservedSSO_${set}_*`);
  const common = { of: 'sign-in-modes', does: assume, signIn: 'identity-center' } as const;
  return [
    {
      ...common,
      sentence: `who comes to ${role} from Identity Center becomes it in that account`,
      who: { kinds: ['role'], names },
      to: { kinds: ['role'], names: `bulkhead/${role}`, where: 'own account' },
      expected: 'allowed',
    },
    {
      ...common,
      sentence: `no other role lets in who comes to ${role} from Identity Center, whatever the permission set is allowed`,
      who: { kinds: ['unlimited'], names },
      to: { kinds: ['role'], names: `!bulkhead/${role}`, examples: false },
      expected: 'denied',
    },
  ];
}
