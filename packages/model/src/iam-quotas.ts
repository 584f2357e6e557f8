/** How much of something AWS's IAM takes. */
export interface IamQuota {
  readonly most: number;
  /** What AWS may raise it to, for one account, on request; undefined where it raises it for nobody. */
  readonly raisedTo?: number;
  readonly source: string;
  /** Month in which the source was read. */
  readonly asOf: string;
}

const read = { source: 'IAM User Guide, IAM and AWS STS quotas', asOf: '2026-10' } as const;

/** Quotas of IAM that a definition can come to. Policies are counted in characters, without white space. */
export const iamQuotas = {
  usersPerAccount: { most: 5_000, ...read },
  groupsPerAccount: { most: 300, raisedTo: 500, ...read },
  rolesPerAccount: { most: 1_000, raisedTo: 10_000, ...read },
  groupsPerUser: { most: 10, ...read },
  userNameCharacters: { most: 64, ...read },
  /** All inline policies of a user together. */
  userPolicyCharacters: { most: 2_048, ...read },
  /** All inline policies of a group together. */
  groupPolicyCharacters: { most: 5_120, ...read },
  /** All inline policies of a role together. */
  rolePolicyCharacters: { most: 10_240, ...read },
  trustCharacters: { most: 2_048, raisedTo: 8_192, ...read },
} as const satisfies Readonly<Record<string, IamQuota>>;
