import {
  controllerActions,
  deliveryControllerActions,
  inventoryReaderActions,
  spendReaderActions,
} from '@bulkhead/model';
import { accountDirectoryActions } from './account-directory.ts';
import { budgetLedgerActions } from './budget-ledger.ts';
import { costExplorerActions } from './cost-explorer-charge-source.ts';
import { quotaDeskActions } from './quota-desk.ts';
import { sessionActions } from './role-credentials.ts';
import { storeDirectoryActions } from './store-directory.ts';
import { usageMeterActions } from './usage-meter.ts';

const { observe, raise } = controllerActions;
const { becomeRoles, readOrganization } = deliveryControllerActions;

test.each<[role: string, allowed: readonly string[], called: readonly string[]]>([
  ["the controller's role in an account", [...observe, ...raise], [...quotaDeskActions, ...usageMeterActions]],
  [
    'the controller in delivery',
    [...becomeRoles, ...readOrganization],
    [...sessionActions, ...accountDirectoryActions],
  ],
  ['the spend reader', spendReaderActions, [...costExplorerActions, ...budgetLedgerActions]],
  ['the inventory reader', inventoryReaderActions, storeDirectoryActions],
])('%s is allowed what the adapters call through it, and nothing else', (_, allowed, called) => {
  expect([...allowed].sort()).toEqual([...called].sort());
});
