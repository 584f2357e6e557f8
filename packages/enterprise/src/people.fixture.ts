import type { IdentityDefinition, OrganizationDefinition, PersonDefinition } from '@bulkhead/model';
import { definition } from './context.fixture.ts';

/** Somebody with one group of the unit, and one of the enterprise's. */
const people: Readonly<Record<string, PersonDefinition>> = {
  'ada.moreau': { name: "Ada O'Moreau", email: 'ada@example.com', unit: 'shop', groups: ['shop-appeng', 'on-call'] },
  tom: { name: 'Tom', email: 'tom@example.com', unit: 'enterprise', groups: ['security-administrators'] },
};

/** The definition of the other tests with people, who sign in one way or the other. */
export function withPeople(signIn: IdentityDefinition['signIn']): OrganizationDefinition {
  const groups = { 'on-call': { unit: 'shop', roles: ['appeng'] } } as const;
  return {
    ...definition,
    enterprise: { ...definition.enterprise, identity: { signIn, people, groups, secondFactor: { minutes: 30 } } },
  };
}
