import { type Lock, enterpriseAccountName, stacksOf } from '@bulkhead/model';
import { overQuota } from '../account-quota.ts';
import { closingSteps } from '../closing.ts';
import { endingSoon, refuseEnded } from '../ended.ts';
import type { LoadedOrganization } from '../load-definition.ts';
import { writeLock } from '../lock-file.ts';
import type { Progress } from '../progress.ts';
import { cdktfRunner } from './cdktf-runner.ts';
import { type StackChoice, chosenStacks } from './chosen-stacks.ts';
import { type DeploymentEvent, deployOrganization } from './deploy-organization.ts';
import { destroyAccount } from './destroy-account.ts';
import { openJournal } from './journal.ts';
import { refuseUnknownData } from './losses.ts';
import { planOrganization } from './plan-organization.ts';
import { identityPreflight, waitingForPerson } from './preflight-identity.ts';
import type { StackRunner } from './stack-runner.ts';
import { findTerraform } from './terraform-binary.ts';

/** Where a command runs, and whom it tells. */
export interface CommandContext {
  readonly workspace: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

export interface DeployChoice extends StackChoice {
  readonly dryRun: boolean;
  readonly planAs?: 'planner' | undefined;
  /** What holds data or keys and may go, as `stack/address`. */
  readonly destroyData?: readonly string[];
}

/** `bulkhead deploy`: every wave, or the stacks that were chosen; with `dryRun` what would change. */
export async function deploy(
  loaded: LoadedOrganization,
  { dryRun, planAs, destroyData = [], ...choice }: DeployChoice,
  context: CommandContext,
): Promise<void> {
  const { organization, lock, files } = loaded;
  const { progress } = context;
  // Guardrails come last, when accounts exist already: whether they fit is known before the first.
  const stacks = chosenStacks(organization, choice);
  refuseUnknownData(destroyData, stacks);
  const now = new Date();
  refuseEnded(organization, now);
  const isChosen = (name: string) => stacks.some((stack) => stack.name === name);
  const { policyRoomOf } = await import('../policy-room.ts');
  policyRoomOf(organization, lock);
  const runner = await runnerFor(loaded, context, planAs);
  const report = reporter(progress);
  const notes = [...overQuota(organization), ...endingSoon(organization, now), ...closingSteps(organization, lock)];
  for (const note of notes) progress.note(note);
  // so is whether every stack can be made: IAM's quotas count what all of a stack comes to
  await runner.rehearse();
  if (isChosen(enterpriseAccountName(organization.name, 'identity'))) {
    for (const note of identityPreflight(organization, lock)) progress.note(note);
  }
  if (dryRun) {
    const { waiting, notPlanned } = await planOrganization({
      organization,
      lock,
      stacks,
      destroyData,
      runner,
      report,
    });
    const person = waitingForPerson(organization, lock).map(({ stack }) => stack);
    if (notPlanned.length > 0) {
      progress.note(
        `${notPlanned.length} of ${stacks.length} stacks not planned, nobody knows what would change there`,
      );
    }
    const earlier = waiting.filter((stack) => !person.includes(stack));
    if (earlier.length > 0) progress.note(`waiting for an earlier wave: ${earlier.join(', ')}`);
    return;
  }
  const journal = await openJournal(files.folder);
  const { name } = organization;
  const after = await deployOrganization({
    organization,
    lock,
    stacks,
    destroyData,
    runner,
    journal,
    writeLock: (next) => writeLock(files.folder, next),
    report,
  });
  const waiting = waitingForPerson(organization, after).map(({ stack }) => stack);
  const but = waiting.some(isChosen) ? ` but for ${waiting.join(', ')}` : '';
  const all = stacksOf(organization).length;
  const what = stacks.length < all ? `${stacks.length} of ${all} stacks of ${name} are` : `${name} is`;
  progress.note(`${what} deployed${but}, its ids stand in organization.lock.json: commit it`);
}

/**
 * `bulkhead destroy`: what Terraform made in one unprotected runtime account. The account itself stays; closing it is a
 * person's act.
 */
export async function destroy(loaded: LoadedOrganization, accountName: string, context: CommandContext): Promise<void> {
  const { organization, lock, files } = loaded;
  const runner = await runnerFor(loaded, context);
  const journal = await openJournal(files.folder);
  const writeNext = (next: Lock) => writeLock(files.folder, next);
  context.progress.start(accountName);
  const done = await destroyAccount({ organization, lock, runner, journal, writeLock: writeNext }, accountName);
  context.progress.done(accountName, done);
}

async function runnerFor(
  { files }: LoadedOrganization,
  context: CommandContext,
  planAs?: 'planner',
): Promise<StackRunner> {
  const { workspace, environment } = context;
  const terraform = await findTerraform(environment);
  return cdktfRunner({ workspace, folder: files.folder, terraform, environment, parallelism: 4, planAs });
}

function reporter(progress: Progress) {
  return (event: DeploymentEvent): void => {
    switch (event.kind) {
      case 'wave':
        progress.heading(
          `wave ${event.wave}: ${event.stacks.length === 1 ? event.stacks.join() : `${event.stacks.length} stacks`}`,
        );
        return;
      case 'skipped':
        progress.done(event.stack, 'done before');
        return;
      case 'started':
        progress.start(event.stack);
        return;
      case 'applied':
      case 'planned':
        progress.done(event.stack, event.summary);
        return;
      case 'not planned':
        progress.leave(event.stack, `not planned, ${event.why}`);
        return;
      case 'waiting':
        progress.note(`${event.stack} is waiting: needs ${event.missing.join(', ')}`);
        return;
      case 'failed':
        progress.fail(event.stack);
    }
  };
}
