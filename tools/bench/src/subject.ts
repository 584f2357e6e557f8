import { fileURLToPath } from 'node:url';
import { readLock } from '@bulkhead/local-aws';
import { type Lock, type Organization, enterpriseAccountName, parseOrganization } from '@bulkhead/model';
import { generatedLock } from './generated-lock.ts';
import { generatedOrganization, twoRegions } from './generated-organization.ts';

/** An organization that is deployed, to measure with. */
export interface Subject {
  /** As a person writes it. */
  readonly definition: unknown;
  readonly organization: Organization;
  readonly lock: Lock;
  readonly managementAccountId: string;
  readonly deliveryAccountId: string;
}

const acme = new URL('../../../apps/acme/', import.meta.url);

/** The program that synthesizes acme. */
export const acmeProgram = fileURLToPath(new URL('dist/main.js', acme));

/** The subject of so many runtime accounts with nothing in them, for `loadSubject`. */
export const emptySubject = (accounts: number) => `${accounts} empty`;

/** Acme by its name, or an organization of so many runtime accounts in two Regions each: `50`, `50 empty`. */
export async function loadSubject(name: string): Promise<Subject> {
  const { definition, lock } = name === 'acme' ? await loadAcme() : generateAccounts(name);
  const organization = parseOrganization(definition);
  return {
    definition,
    organization,
    lock,
    managementAccountId: lock.organization?.managementAccountId ?? '',
    deliveryAccountId: lock.accounts?.[enterpriseAccountName(organization.name, 'delivery')]?.id ?? '',
  };
}

async function loadAcme() {
  const { acme: definition } = (await import(new URL('dist/organization.js', acme).href)) as { readonly acme: unknown };
  return {
    definition,
    lock: readLock(fileURLToPath(new URL('organization.lock.json', acme))),
  };
}

function generateAccounts(name: string) {
  const accounts = parseInt(name, 10);
  const holding = name === emptySubject(accounts) ? 'nothing' : 'stores';
  const definition = generatedOrganization(accounts, twoRegions, holding);
  return { definition, lock: generatedLock(parseOrganization(definition)) };
}
