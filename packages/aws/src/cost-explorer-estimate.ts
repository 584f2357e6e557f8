import Big from 'big.js';

/** What a report from Cost Explorer costs. */
export interface CostExplorerEstimate {
  /** Requests that are made whatever the number of accounts; each is answered by a page at least. */
  readonly queries: number;
  /** USD for those, decimal text; each further page that AWS cuts an answer into costs `usdPerPage` more. */
  readonly usd: string;
  readonly usdPerPage: string;
}

const usdPerPage = '0.01';

/** Two queries: by account, and the total by another path. Price: AWS Cost Explorer pricing, 0.01 USD per request. */
export function costExplorerEstimate(): CostExplorerEstimate {
  return { queries: 2, usd: costExplorerPrice(2), usdPerPage };
}

/** USD for so many pages, decimal text. */
export function costExplorerPrice(pages: number): string {
  return new Big(usdPerPage).times(pages).toFixed(2);
}
