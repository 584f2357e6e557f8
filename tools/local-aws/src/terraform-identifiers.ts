import { createHash } from 'node:crypto';
import type { Lock } from '@bulkhead/model';
import { type TerraformStack, referenced, resourcesOf, text } from './terraform-stack.ts';
import type { World } from './world.ts';

interface Address {
  readonly type: string;
  readonly id: string;
}

/** Ids of what the Terraform creates. */
export interface Identifiers {
  readonly organization: World['organization'];
  readonly of: (address: Address) => string;
  /** The id that a value names: `${aws_organizations_account.acme-retail-dev.id}` or the id itself. */
  readonly resolve: (value: unknown) => string;
}

export function identifiersOf(stacks: readonly TerraformStack[], lock: Lock): Identifiers {
  const { organization: locked = {} } = lock;
  const organization = {
    id: locked.id ?? 'o-local00000',
    rootId: locked.rootId ?? 'r-local',
    managementAccountId: locked.managementAccountId ?? made('management', 'digits'),
  };
  const units = resourcesOf(stacks, 'aws_organizations_organizational_unit');
  const unitPath = (id: string): string => {
    const values = units.find((unit) => unit.id === id)?.values;
    const parent = referenced(values?.['parent_id']);
    const name = text(values?.['name']);
    return parent?.type === 'aws_organizations_organizational_unit' ? `${unitPath(parent.id)}/${name}` : name;
  };
  const of = ({ type, id }: Address): string => {
    if (type === 'aws_organizations_organization') return organization.rootId;
    if (type === 'aws_organizations_organizational_unit') {
      const path = unitPath(id);
      return lock.organizationalUnits?.[path] ?? `ou-${organization.rootId.slice(2)}-${made(path, 'hex').slice(0, 8)}`;
    }
    if (type === 'aws_organizations_account') return lock.accounts?.[id]?.id ?? made(id, 'digits');
    return `p-${made(id, 'hex').slice(0, 10)}`;
  };
  const resolve = (value: unknown): string => {
    const address = referenced(value);
    return address ? of(address) : text(value);
  };
  return { organization, of, resolve };
}

/** Twelve characters that depend on a name only. */
function made(name: string, alphabet: 'digits' | 'hex'): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return alphabet === 'hex'
    ? hex.slice(0, 12)
    : (BigInt(`0x${hex.slice(0, 12)}`) % 10n ** 12n).toString().padStart(12, '9');
}
