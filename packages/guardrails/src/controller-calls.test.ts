import {
  type Account,
  controllerActions,
  deliveryControllerActions,
  enterpriseAccountName,
  findAccount,
  runtimeAccountsOf,
} from '@bulkhead/model';
import { deniedBy } from './decide.fixture.ts';
import { principalLines } from './line.fixture.ts';
import { example } from './organization.fixture.ts';

const lines = principalLines(example);
const controller = 'arn:aws:iam::111122223333:role/bulkhead/controller';

/** Which of the controller's calls are denied, of those that it makes in an account, in all of its Regions. */
function deniedToController(account: Account, actions: readonly string[], furtherRegions: readonly string[] = []) {
  return actions.flatMap((action) =>
    [...account.regions, ...furtherRegions].flatMap((region) =>
      deniedBy([...lines(account).inherited, ...lines(account).own], {
        action,
        context: { 'aws:PrincipalArn': controller, 'aws:RequestedRegion': region },
      }).map((sid) => `${account.name}: ${action} in ${region} by ${sid}`),
    ),
  );
}

// the first request of an account makes the role of Service Quotas
const inAccounts = [...Object.values(controllerActions).flat(), 'iam:CreateServiceLinkedRole'];

test.each(inAccounts)('the controller calls %s in every Region of every runtime account', (action) => {
  expect(runtimeAccountsOf(example).flatMap((account) => deniedToController(account, [action]))).toEqual([]);
});

// The spend reader itself is in management, which no service control policy binds: what can be denied is the way to it.
test.each(Object.values(deliveryControllerActions).flat())('the controller calls %s in delivery', (action) => {
  const delivery = findAccount(example, enterpriseAccountName('example', 'delivery'));
  expect(delivery?.kind).toBe('delivery');
  // Organizations has its one endpoint there
  expect(delivery && deniedToController(delivery, [action], ['us-east-1'])).toEqual([]);
});
