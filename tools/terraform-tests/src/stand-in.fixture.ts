import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execa } from 'execa';
import { machine } from './terraform.fixture.ts';

/** The stand-in for the AWS provider, which logs what "exists". */
export interface StandIn {
  /** A mirror that Terraform takes it from. */
  readonly mirror: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Everything that it was asked to do, as text. */
  log(): string;
  /** What exists. */
  resources(): Promise<readonly StandInResource[]>;
  /** Environment in which the stacks apply so many resources, each, in all their Regions together, and then wait for ever. */
  holding(stacks: readonly string[], resources: number): NodeJS.ProcessEnv;
  /** Whether a stack waits. */
  isHeld(stack: string): boolean;
}

export interface StandInResource {
  readonly stack: string;
  readonly type: string;
  readonly id: string;
  readonly account: string;
  readonly region: string;
}

// Loaded into the provider before its own code: it answers no more than so many applies of a stack. A provider runs for
// each Region, so they count with files, of which each can be made once.
const holdScript = (standin: string) => `
if (process.argv[1].includes('terraform-provider-aws')) {
  const { closeSync, openSync, writeFileSync } = require('node:fs');
  const stack = require('node:path').basename(process.cwd());
  const server = require(${JSON.stringify(join(standin, 'src', 'server.js'))});
  const { serve } = server;
  const mayApply = (count) => {
    for (let each = 0; each < count; each++) {
      try {
        closeSync(openSync(process.env.STANDIN_LOG + '.applied.' + stack + '.' + each, 'wx'));
        return true;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
    }
    return false;
  };
  server.serve = (handlers) =>
    serve({
      ...handlers,
      ApplyResourceChange: (request) => {
        if (!process.env.HOLD_STACKS.split(',').includes(stack)) return handlers.ApplyResourceChange(request);
        if (mayApply(Number(process.env.HOLD_AFTER))) return handlers.ApplyResourceChange(request);
        writeFileSync(process.env.STANDIN_LOG + '.held.' + stack, '');
        return new Promise(() => {});
      },
    });
}
`;

/** Installs the stand-in into a folder, with the schemas of the bindings that the workspace has. */
export async function installStandIn(standin: string, folder: string, workspace = process.cwd()): Promise<StandIn> {
  mkdirSync(folder, { recursive: true });
  await execa(process.execPath, [join(standin, 'bin', 'install.js'), workspace, folder]);
  const logFile = join(folder, 'log.jsonl');
  const hold = join(folder, 'hold.cjs');
  writeFileSync(hold, holdScript(standin));
  const mirror = join(folder, 'mirror');
  return {
    mirror,
    environment: {
      ...machine(),
      TF_CLI_CONFIG_FILE: join(folder, 'terraformrc'),
      TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror}`,
      // else cdktf links the mirror into the plugin cache of the person who runs this
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: '1',
      CHECKPOINT_DISABLE: '1',
      STANDIN_LOG: logFile,
      STANDIN_STRICT: '1',
    },
    log: () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : ''),
    resources: async () => {
      const { stdout } = await execa(process.execPath, [join(standin, 'bin', 'exists.js'), logFile, '--json']);
      const records = JSON.parse(stdout) as readonly (StandInResource & { readonly cwd: string })[];
      return records.map(({ cwd, type, id, account, region }) => ({ stack: basename(cwd), type, id, account, region }));
    },
    holding: (stacks, resources) => ({
      NODE_OPTIONS: `--require=${hold}`,
      HOLD_STACKS: stacks.join(','),
      HOLD_AFTER: String(resources),
    }),
    isHeld: (stack) => existsSync(`${logFile}.held.${stack}`),
  };
}
