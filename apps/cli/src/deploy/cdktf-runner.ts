import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { execa } from 'execa';
import { UserError } from '../user-error.ts';
import { asPlanner } from './as-planner.ts';
import { StackError, type StackRunner } from './stack-runner.ts';
import type { TerraformBinary } from './terraform-binary.ts';

export interface CdktfRunnerOptions {
  readonly workspace: string;
  /** The organization's folder under `apps/`. */
  readonly folder: string;
  readonly terraform: TerraformBinary;
  readonly environment: NodeJS.ProcessEnv;
  /** Most resources of a stack that Terraform works on at once. */
  readonly parallelism: number;
  /** Plans as a role that reads only, in accounts that have it; otherwise as whoever deploys. */
  readonly planAs?: 'planner' | undefined;
}

const require = createRequire(import.meta.url);
const cdktfPackage = require.resolve('cdktf-cli/package.json');
const cdktf = join(dirname(cdktfPackage), 'bundle', 'bin', 'cdktf');

/** Runs stacks through `cdktf`, one process a stack. */
export function cdktfRunner(options: CdktfRunnerOptions): StackRunner {
  const { workspace, folder, terraform, environment } = options;
  const program = join(folder, 'dist', 'main.js');
  const output = join(folder, 'cdktf.out');
  const run = (command: string, args: readonly string[]) =>
    execa(process.execPath, [cdktf, command, ...args, '--output', relative(workspace, output)], {
      cwd: workspace,
      env: {
        ...environment,
        TERRAFORM_BINARY_NAME: terraform.command,
        CHECKPOINT_DISABLE: '1',
        CI: '1',
        FORCE_COLOR: '0',
        // a planner writes no lock file
        ...(options.planAs !== undefined && { TF_CLI_ARGS_plan: '-lock=false' }),
      },
      extendEnv: false,
      all: true,
      reject: false,
    });
  const runStack = async (stack: string, command: string, args: readonly string[]) => {
    const result = await run(command, [stack, '--skip-synth', ...args]);
    if (result.failed) throw new StackError(stack, errorsIn(stack, result.all), { cause: result });
    return result.all;
  };
  const terraformArgs = ['--auto-approve', '--no-color', '--terraform-parallelism', String(options.parallelism)];

  return {
    synthesize: async () => {
      const result = await execa(process.execPath, [program], {
        cwd: workspace,
        env: { ...environment, CDKTF_OUTDIR: relative(workspace, output) },
        extendEnv: false,
        all: true,
        reject: false,
      });
      if (result.failed)
        throw new UserError(`${relative(workspace, program)} failed\n\n${result.all}`, { cause: result });
      return digests(join(output, 'stacks'));
    },
    plan: async (stack) => {
      const plan = () => runStack(stack, 'diff', ['--no-color']);
      if (options.planAs === undefined) return summaryOf(await plan());
      const said = await asPlanner(join(output, 'stacks', stack), plan);
      return said === undefined ? 'not planned, its account has no planner' : summaryOf(said);
    },
    apply: async (stack) => {
      const place = await mkdtemp(join(tmpdir(), 'bulkhead-'));
      try {
        const outputs = join(place, 'outputs.json');
        const said = await runStack(stack, 'deploy', [...terraformArgs, '--migrate-state', '--outputs-file', outputs]);
        return { summary: summaryOf(said), lock: await lockOutput(outputs, stack) };
      } finally {
        await rm(place, { recursive: true, force: true });
      }
    },
    destroy: async (stack) => summaryOf(await runStack(stack, 'destroy', terraformArgs)),
  };
}

/** Digests of the synthesized stacks, without the provider: which role Terraform assumes changes nothing in AWS. */
async function digests(folder: string): Promise<ReadonlyMap<string, string>> {
  const stacks = (await readdir(folder)).sort();
  const entries = stacks.map(async (stack) => {
    const content = JSON.parse(await readFile(join(folder, stack, 'cdk.tf.json'), 'utf8')) as Record<string, unknown>;
    const { provider: _, ...rest } = content;
    return [stack, createHash('sha256').update(JSON.stringify(rest)).digest('hex')] as const;
  });
  return new Map(await Promise.all(entries));
}

async function lockOutput(file: string, stack: string): Promise<unknown> {
  const outputs = JSON.parse(await readFile(file, 'utf8')) as Record<string, { lock?: unknown } | undefined>;
  return outputs[stack]?.lock;
}

function summaryOf(said: string): string {
  const changes = /Plan: ([^\n]*?)\.?\s*$/m.exec(said)?.[1];
  return changes ?? (said.includes('No changes') ? 'no changes' : 'outputs only');
}

/** Terraform's own errors, without what cdktf puts before and after them; the last lines where it printed none. */
function errorsIn(stack: string, said: string): string {
  const lines = said.split('\n').map((line) => line.replace(new RegExp(`^\\s*(${stack})?\\s*`), '').trimEnd());
  const first = lines.findIndex((line) => line.startsWith('Error:'));
  if (first === -1) return lines.slice(-20).join('\n').trim();
  const errors = lines.slice(first);
  const counts = errors.findIndex((line) => /^\d+ Stacks? deploying/.test(line));
  return errors
    .slice(0, counts === -1 ? 40 : Math.min(counts, 40))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
