import { type Lock, type Organization, type Stack, mergeLock, missingInLock, stacksOf } from '@bulkhead/model';
import pLimit from 'p-limit';
import { UserError } from '../user-error.ts';
import type { Journal } from './journal.ts';
import { refuseLosses } from './losses.ts';
import { waitingForPerson } from './preflight-identity.ts';
import { StackError } from './stack-error.ts';
import type { StackRunner } from './stack-runner.ts';

/** What a deployment needs from the outside. */
export interface Deployment {
  readonly organization: Organization;
  readonly lock: Lock;
  /** Those to deploy, in order; every stack by default. */
  readonly stacks?: readonly Stack[];
  readonly runner: StackRunner;
  /** What holds data or keys and may go all the same, like `acme-bi-dev/aws_s3_bucket.store-orders`. */
  readonly destroyData?: readonly string[];
  readonly journal: Journal;
  readonly writeLock: (lock: Lock) => Promise<void>;
  /** Tells a person what happens. */
  readonly report: (event: DeploymentEvent) => void;
}

export type DeploymentEvent =
  | { readonly kind: 'wave'; readonly wave: number; readonly stacks: readonly string[] }
  | { readonly kind: 'skipped' | 'started'; readonly stack: string }
  | { readonly kind: 'applied' | 'planned'; readonly stack: string; readonly summary: string }
  | { readonly kind: 'not planned'; readonly stack: string; readonly why: string }
  | { readonly kind: 'waiting'; readonly stack: string; readonly missing: readonly string[] }
  | { readonly kind: 'failed'; readonly stack: string };

/** Stacks that are applied at once: each is a Terraform process, and AWS makes at most five accounts at once. */
const stacksAtOnce = 4;

/**
 * How often a wave may change what its own stacks hold: what the first pass puts into the lock (the management account's
 * id, say) can complete a policy, and after that nothing is new.
 */
const passesPerWave = 3;

/**
 * Brings every stack to AWS, wave by wave. What a wave puts out stands in the lock before the next one is synthesized.
 *
 * Run again after a failure or a kill it skips the stacks that are done; a deployment that is complete changes nothing.
 * A stack that lacks nothing but what a person writes into the lock is left out, and told.
 *
 * @returns the lock afterwards
 * @throws UserError when a stack fails, or would lose data that nobody named: the others of its wave are finished first,
 *   and the next wave is not begun
 */
export async function deployOrganization(deployment: Deployment): Promise<Lock> {
  const { organization, stacks: all = stacksOf(organization) } = deployment;
  let { lock } = deployment;
  for (const wave of [1, 2, 3, 4] as const) {
    const stacks = all.filter((stack) => stack.wave === wave);
    if (stacks.length === 0) continue;
    deployment.report({ kind: 'wave', wave, stacks: stacks.map(({ name }) => name) });
    ({ lock } = await deployPasses(deployment, stacks, lock));
  }
  // what a later wave put into the lock can change an earlier one: state moves to S3 once its buckets are there
  const last = await deployPasses({ ...deployment, report: onlyNews(deployment.report) }, all, lock);
  lock = last.lock;
  if (last.unsettled.length > 0) {
    throw new UserError(
      `${last.unsettled.join(', ')} changed in each of ${passesPerWave} passes and would change again: deploy once more, and if that says the same, look at what the lock gets each time`,
    );
  }
  if (waitingForPerson(organization, lock).length === 0) await deployment.journal.remove();
  return lock;
}

const onlyNews =
  (report: Deployment['report']): Deployment['report'] =>
  (event) => {
    if (event.kind !== 'skipped' && event.kind !== 'waiting') report(event);
  };

/** Applies stacks until none of them changes; those that still would are unsettled. */
async function deployPasses(
  deployment: Deployment,
  asked: readonly Stack[],
  lockBefore: Lock,
): Promise<{ readonly lock: Lock; readonly unsettled: readonly string[] }> {
  const { runner, journal, report, organization, destroyData = [] } = deployment;
  let lock = lockBefore;
  const waiting = waitingForPerson(organization, lock).filter(({ stack }) => asked.some(({ name }) => name === stack));
  for (const each of waiting) report({ kind: 'waiting', ...each });
  const stacks = asked.filter(({ name }) => !waiting.some(({ stack }) => stack === name));
  for (let pass = 0; ; pass++) {
    const digests = await runner.synthesize();
    const pending = stacks.filter((stack) => !journal.has(stack.name, digestOf(stack, digests, organization, lock)));
    if (pass === 0) {
      for (const { name } of stacks.filter((stack) => !pending.includes(stack)))
        report({ kind: 'skipped', stack: name });
    }
    if (pending.length === 0 || pass === passesPerWave) return { lock, unsettled: pending.map(({ name }) => name) };

    const failures: unknown[] = [];
    const limit = pLimit(stacksAtOnce);
    const oneAtATime = pLimit(1);
    await Promise.all(
      pending.map((stack) =>
        limit(async () => {
          report({ kind: 'started', stack: stack.name });
          try {
            const applied = await runner.apply(stack.name, (losses) => refuseLosses(stack, losses, destroyData));
            await oneAtATime(async () => {
              lock = mergeLock(lock, applied.lock);
              await deployment.writeLock(lock);
              await journal.add(stack.name, digestOf(stack, digests, organization, lock));
            });
            report({ kind: 'applied', stack: stack.name, summary: applied.summary });
          } catch (error) {
            report({ kind: 'failed', stack: stack.name });
            failures.push(error);
          }
        }),
      ),
    );
    if (failures.length > 0) throw failureOf(failures);
  }
}

function digestOf(stack: Stack, digests: ReadonlyMap<string, string>, organization: Organization, lock: Lock): string {
  const digest = digests.get(stack.name);
  if (digest !== undefined) return digest;
  const missing = missingInLock(stack, organization, lock);
  throw new UserError(
    `${stack.name} can't be synthesized, organization.lock.json has no ${missing.join(', ') || 'ids that it needs'}`,
  );
}

/** One error of all that failed, and how to go on; what nobody expected comes first and alone. */
export function failureOf(failures: readonly unknown[]): unknown {
  const unexpected = failures.find((failure) => !(failure instanceof StackError));
  if (unexpected !== undefined) return unexpected;
  const said = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
  return new UserError(`${said.join('\n\n')}\n\nmend it and deploy again: what is done is skipped`, {
    cause: failures[0],
  });
}
