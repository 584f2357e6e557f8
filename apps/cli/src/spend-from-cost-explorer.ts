import {
  type CostExplorerChargeSource,
  type CostExplorerRequest,
  costExplorerChargeSource,
  costExplorerPrice,
  costExplorerWindow,
} from '@bulkhead/aws';
import { platformRoleArn } from '@bulkhead/model';
import type { LoadedOrganization } from './load-definition.ts';
import type { Progress } from './progress.ts';
import { type Billed, type Charges, billedWords } from './spend-source.ts';
import { withAwsSession } from './aws-session.ts';

/** Gives the work the charges that Cost Explorer tells the spend reader, and ends the session with AWS. */
export function withCostExplorer<Result>(
  loaded: LoadedOrganization,
  request: CostExplorerRequest,
  progress: Progress,
  work: (charges: Charges) => Promise<Result>,
): Promise<Result> {
  const { lastMonth, months } = costExplorerWindow(request);
  return withAwsSession(loaded, async (session, { managementAccountId }) => {
    const client = session.costExplorer(managementAccountId);
    const role = platformRoleArn(managementAccountId, 'spend-reader');
    const source = costExplorerChargeSource({ client, role, lastMonth, months });
    progress.start('asking Cost Explorer');
    try {
      const { rows, months: held } = await source.describe();
      progress.done('asking Cost Explorer', `${rows} groups of ${held.length} months`);
      return await work({ source, month: lastMonth, billed: () => billedBy(source) });
    } catch (error) {
      // what fails after a question was answered has cost something all the same
      if (source.billedPages() > 0) progress.note(billedWords(billedBy(source)));
      throw error;
    } finally {
      await source.close();
    }
  });
}

const billedBy = (source: CostExplorerChargeSource): Billed => ({
  pages: source.billedPages(),
  usd: costExplorerPrice(source.billedPages()),
});
