import { execa } from 'execa';

/** How a command ended, and all that it printed. */
export interface Outcome {
  readonly exitCode: number | undefined;
  readonly said: string;
}

/** Runs Terraform in the folder of a stack. */
export type Terraform = (folder: string, ...args: readonly string[]) => Promise<Outcome>;

/** Terraform that takes providers from a mirror and asks nobody on the network. */
export function terraformWith(mirror: string, environment: NodeJS.ProcessEnv = {}): Terraform {
  const env = { ...machine(), TF_CLI_ARGS_init: `-plugin-dir=${mirror}`, CHECKPOINT_DISABLE: '1', ...environment };
  return async (folder, ...args) => {
    const { exitCode, all } = await execa('terraform', [...args, '-no-color'], {
      cwd: folder,
      env,
      extendEnv: false,
      all: true,
      reject: false,
    });
    return { exitCode, said: all };
  };
}

/** The environment without what a person has set for Terraform, AWS, the organization or a test run. */
export function machine(): NodeJS.ProcessEnv {
  const foreign = /^(TF_|AWS_|STANDIN_|BULKHEAD_|NX_|TERRAFORM_|NODE_OPTIONS$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** Calls a function for every item, two at a time: each Terraform takes a core and half a gigabyte. */
export async function twoAtATime<T, R>(items: readonly T[], call: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) results[next[0]] = await call(next[1]);
  };
  await Promise.all([lane(), lane()]);
  return results;
}
