import {
  type CostExplorerClient,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
  type GetCostAndUsageCommandOutput,
} from '@aws-sdk/client-cost-explorer';

/**
 * Every page of an answer; the SDK has no paginator for it. AWS refuses a token with parameters other than those that
 * it was given for (RequestChangedException).
 */
export async function* costAndUsagePages(
  client: CostExplorerClient,
  query: Omit<GetCostAndUsageCommandInput, 'NextPageToken'>,
): AsyncGenerator<GetCostAndUsageCommandOutput> {
  let token: string | undefined;
  do {
    const page = await client.send(
      new GetCostAndUsageCommand(token === undefined ? query : { ...query, NextPageToken: token }),
    );
    yield page;
    token = page.NextPageToken;
  } while (token !== undefined);
}
