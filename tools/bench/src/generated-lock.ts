import { type Lock, type Organization, accountsOf, organizationalUnitsOf } from '@bulkhead/model';

/** The lock of an organization whose stacks have all been deployed, so that every one of them is synthesized. */
export function generatedLock(organization: Organization): Lock {
  const id = (number: number) => String(300_000_000_000 + number);
  const accounts = accountsOf(organization);
  const arns = (service: string, kind: string) =>
    Object.fromEntries(
      organization.regions.map((region, index) => [
        region,
        `arn:aws:${service}:${region}:${id(2)}:${kind}/00000000-0000-4000-8000-00000000000${index}`,
      ]),
    );
  return {
    organization: { id: 'o-generated00', rootId: 'r-gene', managementAccountId: id(0), deployer: true },
    organizationalUnits: Object.fromEntries(
      organizationalUnitsOf(organization).map((path, index) => [path, `ou-gene-${String(index).padStart(8, '0')}`]),
    ),
    accounts: Object.fromEntries(accounts.map(({ name }, index) => [name, { id: id(index + 1), deployer: true }])),
    sharedServices: { keys: arns('kms', 'key'), sinks: arns('oam', 'sink') },
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000001',
      identityStoreId: 'd-0000000001',
      region: organization.regions[0],
    },
  };
}
