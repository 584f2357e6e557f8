/** An account of the organization as AWS lists it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly state: 'pending' | 'active' | 'suspended' | 'closing' | 'closed';
}

/** Lists the organization's accounts, of any state. Rejects with an AccessError. */
export interface AccountDirectory {
  list(): Promise<readonly ListedAccount[]>;
}
