/** What AWS calls an organization and its accounts. A lock has the ids; made-up ones are as long. */
export interface OrganizationIds {
  /** `o-abcdefghij`. */
  readonly organizationId: string;
  readonly managementAccountId: string;
  /** By account name. */
  readonly accountIds: ReadonlyMap<string, string>;
}
