import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

/** What cdktf leaves to Terraform itself, in the folder of a stack that it has planned. */
export interface TerraformInStack {
  /** The plan, as JSON. */
  readonly showPlan: InFolder<TerraformOutcome>;
  /** Does what the plan says and nothing else. */
  readonly applyPlan: InFolder<TerraformOutcome>;
  /** The outputs, as JSON. */
  readonly outputs: InFolder<TerraformOutcome>;
  /** A plan holds what the state holds, secrets too. */
  readonly forgetPlan: InFolder<void>;
}

type InFolder<Result> = (folder: string) => Promise<Result>;

export interface TerraformOutcome {
  readonly failed: boolean;
  readonly said: string;
}

/** The file that `cdktf diff` writes, in the folder of the stack. */
const planFile = 'plan';

/** Runs Terraform in folders of stacks, in the same environment as cdktf does. */
export function terraformInStack(
  command: string,
  environment: NodeJS.ProcessEnv,
  parallelism: number,
): TerraformInStack {
  const ask = async (folder: string, args: readonly string[]) => {
    const options = { cwd: folder, env: environment, extendEnv: false, reject: false } as const;
    const { failed, stdout, stderr } = await execa(command, [...args, '-no-color'], options);
    return { failed, said: failed ? stderr : stdout };
  };
  return {
    showPlan: (folder) => ask(folder, ['show', '-json', planFile]),
    outputs: (folder) => ask(folder, ['output', '-json']),
    applyPlan: async (folder) => {
      const place = await mkdtemp(join(tmpdir(), 'bulkhead-'));
      const log = await open(join(place, 'apply.log'), 'w');
      const file = log.createWriteStream();
      try {
        const args = ['apply', '-input=false', '-no-color', `-parallelism=${parallelism}`, planFile];
        const { failed } = await execa(command, args, {
          cwd: folder,
          env: environment,
          extendEnv: false,
          reject: false,
          // Whoever stops this leaves Terraform to end what it is at and to write down what it made: it gets no second
          // interrupt, on which it would drop everything, and it writes to no pipe that breaks.
          cleanup: false,
          stdin: 'ignore',
          stdout: file,
          stderr: file,
        });
        return { failed, said: await readFile(join(place, 'apply.log'), 'utf8') };
      } finally {
        await log.close();
        await rm(place, { recursive: true, force: true });
      }
    },
    forgetPlan: (folder) => rm(join(folder, planFile), { force: true }),
  };
}
