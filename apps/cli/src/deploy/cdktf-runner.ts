import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { execa } from 'execa';
import { UserError } from '../user-error.ts';
import { asPlanner } from './as-planner.ts';
import { errorsIn, summaryOf, validationsIn } from './said-by-terraform.ts';
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
  /** Arguments: changes to look at, see the program's input; even none makes up ids that AWS hasn't chosen. */
  const synthesize = async (place: string, ...args: readonly string[]) => {
    const result = await execa(process.execPath, [program, ...args], {
      cwd: workspace,
      env: { ...environment, CDKTF_OUTDIR: relative(workspace, place) },
      extendEnv: false,
      all: true,
      reject: false,
    });
    if (!result.failed) return;
    const problems = validationsIn(result.all);
    const said = problems.length > 0 ? problems.join('\n') : `${relative(workspace, program)} failed\n\n${result.all}`;
    throw new UserError(said, { cause: result });
  };
  const terraformArgs = ['--auto-approve', '--no-color', '--terraform-parallelism', String(options.parallelism)];

  return {
    synthesize: async () => {
      await synthesize(output);
      return digests(join(output, 'stacks'));
    },
    rehearse: () => inScratchFolder((place) => synthesize(place, '[]')),
    plan: async (stack) => {
      const plan = () => runStack(stack, 'diff', ['--no-color']);
      if (options.planAs === undefined) return { summary: summaryOf(await plan()) };
      const said = await asPlanner(join(output, 'stacks', stack), plan);
      return said === undefined ? { notPlanned: 'its account has no planner' } : { summary: summaryOf(said) };
    },
    apply: (stack) =>
      inScratchFolder(async (place) => {
        const outputs = join(place, 'outputs.json');
        const said = await runStack(stack, 'deploy', [...terraformArgs, '--migrate-state', '--outputs-file', outputs]);
        return { summary: summaryOf(said), lock: await lockOutput(outputs, stack) };
      }),
    destroy: async (stack) => summaryOf(await runStack(stack, 'destroy', terraformArgs)),
  };
}

async function inScratchFolder<Result>(work: (place: string) => Promise<Result>): Promise<Result> {
  const place = await mkdtemp(join(tmpdir(), 'bulkhead-'));
  try {
    return await work(place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
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
