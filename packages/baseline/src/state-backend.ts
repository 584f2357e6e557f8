import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { stateKey } from '@bulkhead/model';
import { App, LocalBackend, S3Backend, type TerraformStack } from 'cdktf';
import type { StackContext } from './stack-context.ts';

/**
 * Says where a stack's state lies: in the organization's folder to try, in S3 for real.
 *
 * The S3 buckets stand in the delivery account and exist once it is deployed. Until the lock names them state is local,
 * afterwards `deploy` migrates it.
 */
export function configureState(stack: TerraformStack, context: StackContext, unit: string): void {
  const buckets = context.organization.state === 's3' ? context.lock.stateBuckets : undefined;
  if (!buckets) {
    new LocalBackend(stack, { path: localState(stack, context.folder) });
    return;
  }
  new S3Backend(stack, {
    bucket: unit === managementUnit ? buckets.organization : buckets.accounts,
    key: stateKey(unit, stack.node.id),
    region: context.organization.regions[0],
    // without `encrypt`, which would ask for S3's own key: the bucket's key encrypts by default
  });
  // the binding does not know this argument of Terraform >= 1.11
  stack.addOverride('terraform.backend.s3.use_lockfile', true);
}

/** Owner of the state of the management account's stacks, which has a bucket of its own. */
export const managementUnit = 'management';

/** From the folder in which Terraform runs: the same text on every machine. */
function localState(stack: TerraformStack, folder: string): string {
  const terraformRunsIn = join(resolve(App.of(stack).outdir), 'stacks', stack.node.id);
  const path = relative(terraformRunsIn, join(folder, '.state', `${stack.node.id}.tfstate`));
  return isAbsolute(path) ? path : path.split(sep).join('/');
}
