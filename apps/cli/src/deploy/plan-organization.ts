import { missingInLock, stacksOf } from '@bulkhead/model';
import { type Deployment, failureOf } from './deploy-organization.ts';
import { refuseLosses } from './losses.ts';

/**
 * What deploying would do, stack by stack. Stacks that wait for ids of an earlier wave are left out, and named.
 *
 * @throws UserError when Terraform fails; and when a stack would be refused for what it loses, once all are planned
 */
export async function planOrganization(
  deployment: Pick<Deployment, 'organization' | 'lock' | 'stacks' | 'destroyData' | 'runner' | 'report'>,
): Promise<{ readonly waiting: readonly string[]; readonly notPlanned: readonly string[] }> {
  const { organization, lock, runner, report, stacks = stacksOf(organization), destroyData = [] } = deployment;
  await runner.synthesize();
  const ready = stacks.filter((stack) => missingInLock(stack, organization, lock).length === 0);
  const notPlanned: string[] = [];
  const refused: unknown[] = [];
  for (const stack of ready) {
    const { name } = stack;
    report({ kind: 'started', stack: name });
    const plan = await runner.plan(name);
    if ('summary' in plan) {
      report({ kind: 'planned', stack: name, summary: plan.summary });
      try {
        refuseLosses(stack, plan.losses, destroyData);
      } catch (error) {
        refused.push(error);
      }
    } else {
      report({ kind: 'not planned', stack: name, why: plan.notPlanned });
      notPlanned.push(name);
    }
  }
  if (refused.length > 0) throw failureOf(refused);
  return { waiting: stacks.filter((stack) => !ready.includes(stack)).map(({ name }) => name), notPlanned };
}
