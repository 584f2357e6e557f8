/** What a report from Cost Explorer costs. */
export interface CostExplorerEstimate {
  /** Requests that are made whatever the number of accounts. */
  readonly queries: number;
  /** USD for those, decimal text; each further page that AWS cuts an answer into costs `usdPerPage` more. */
  readonly usd: string;
  readonly usdPerPage: string;
}

/** Two queries: by account, and the total by another path. Price: AWS Cost Explorer pricing, 0.01 USD per request. */
export function costExplorerEstimate(): CostExplorerEstimate {
  return { queries: 2, usd: '0.02', usdPerPage: '0.01' };
}
