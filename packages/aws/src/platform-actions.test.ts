import { controllerActions } from '@bulkhead/model';
import { quotaDeskActions } from './quota-desk.ts';
import { usageMeterActions } from './usage-meter.ts';

test("the controller's role in an account allows what the adapters call there, and nothing else", () => {
  const called = [...quotaDeskActions, ...usageMeterActions];
  expect([...controllerActions.observe, ...controllerActions.raise].sort()).toEqual([...called].sort());
});
