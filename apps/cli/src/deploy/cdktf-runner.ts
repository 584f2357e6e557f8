import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { execa } from 'execa';
import { UserError } from '../user-error.ts';
import { afterAKill } from './after-a-kill.ts';
import { asPlanner } from './as-planner.ts';
import { type Loss, lossesIn } from './losses.ts';
import { errorsIn, linesOf, summaryOf, validationsIn } from './said-by-terraform.ts';
import { StackError } from './stack-error.ts';
import type { StackRunner } from './stack-runner.ts';
import type { TerraformBinary } from './terraform-binary.ts';
import { type TerraformOutcome, terraformInStack } from './terraform-in-stack.ts';

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

/** Plans stacks through `cdktf`, one process a stack, and has Terraform apply exactly what was planned. */
export function cdktfRunner(options: CdktfRunnerOptions): StackRunner {
  const { workspace, folder, terraform } = options;
  const environment = { ...options.environment, CHECKPOINT_DISABLE: '1', CI: '1', FORCE_COLOR: '0' };
  const program = join(folder, 'dist', 'main.js');
  const output = join(folder, 'cdktf.out');
  const run = (command: string, args: readonly string[]) =>
    execa(process.execPath, [cdktf, command, ...args, '--output', relative(workspace, output)], {
      cwd: workspace,
      env: {
        ...environment,
        TERRAFORM_BINARY_NAME: terraform.command,
        // a planner writes no lock file
        ...(options.planAs !== undefined && { TF_CLI_ARGS_plan: '-lock=false' }),
      },
      extendEnv: false,
      all: true,
      reject: false,
    });
  const placeOf = (stack: string) => join(output, 'stacks', stack);
  const failureOf = (stack: string, said: string, cause?: unknown) => {
    const hints = afterAKill(
      linesOf(stack, said).join('\n'),
      relative(process.cwd(), placeOf(stack)),
      terraform.command,
    );
    return new StackError(stack, [errorsIn(stack, said), ...hints].join('\n\n'), { cause });
  };
  const runStack = async (stack: string, command: string, args: readonly string[]) => {
    const result = await run(command, [stack, '--skip-synth', ...args]);
    if (result.failed) throw failureOf(stack, result.all, result);
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
  const terraformArgs = ['--no-color', '--terraform-parallelism', String(options.parallelism)];
  const inStack = terraformInStack(terraform.command, environment, options.parallelism);
  const ask = async (stack: string, question: (place: string) => Promise<TerraformOutcome>) => {
    const { failed, said } = await question(placeOf(stack));
    if (!failed) return said;
    throw failureOf(stack, said);
  };
  /** Plans; the plan is there for what is done with it, and gone afterwards. */
  const planned = async <Result>(
    stack: string,
    args: readonly string[],
    use: (said: string, losses: readonly Loss[]) => Promise<Result>,
  ) => {
    try {
      const said = await runStack(stack, 'diff', args);
      return await use(said, lossesIn(await ask(stack, inStack.showPlan)));
    } finally {
      await inStack.forgetPlan(placeOf(stack));
    }
  };

  return {
    synthesize: async () => {
      await synthesize(output);
      return digests(join(output, 'stacks'));
    },
    rehearse: () => inScratchFolder((place) => synthesize(place, '[]')),
    plan: async (stack) => {
      const plan = () =>
        planned(stack, ['--no-color'], (said, losses) => Promise.resolve({ summary: summaryOf(said), losses }));
      if (options.planAs === undefined) return plan();
      return (await asPlanner(placeOf(stack), plan)) ?? { notPlanned: 'its account has no planner' };
    },
    apply: (stack, judge) =>
      planned(stack, [...terraformArgs, '--migrate-state'], async (said, losses) => {
        judge(losses);
        await ask(stack, inStack.applyPlan);
        return { summary: summaryOf(said), lock: lockIn(await ask(stack, inStack.outputs)) };
      }),
    destroy: async (stack) => summaryOf(await runStack(stack, 'destroy', ['--auto-approve', ...terraformArgs])),
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

function lockIn(said: string): unknown {
  const { lock } = JSON.parse(said) as { readonly lock?: { readonly value?: unknown } };
  return lock?.value;
}
