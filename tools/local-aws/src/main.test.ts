import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

const root = join(import.meta.dirname, '../../..');
const program = join(root, 'tools/local-aws/dist/main.js');
const stacks = join(root, 'apps/acme/cdktf.out/stacks');
const isThere = existsSync(stacks) && existsSync(program);
const ifThere = isThere ? test : test.skip;
const why = isThere ? '' : ' (skipped: apps/acme is not synthesized, or the tool is not built)';

let child: ChildProcess | undefined;
let folder: string | undefined;
afterEach(() => {
  child?.kill();
  if (folder !== undefined) rmSync(folder, { recursive: true });
  folder = undefined;
});

/** Runs the command; gives the lines of both outputs once `until` is among them, or the program ended. */
async function run(args: readonly string[], cwd: string, until: RegExp): Promise<string> {
  const started = spawn(process.execPath, [program, ...args], { cwd });
  child = started;
  let output = '';
  return new Promise((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (until.test(output)) resolve(output);
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.on('close', () => {
      resolve(output);
    });
  });
}

ifThere(`the command prints lines that point any SDK at an AWS of the organization${why}`, async () => {
  const output = await run(['--org', 'acme'], root, /end it with/);
  const environment = Object.fromEntries(
    [...output.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  const client = new STSClient({
    endpoint: environment['AWS_ENDPOINT_URL'] ?? '',
    region: environment['AWS_REGION'] ?? '',
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    },
  });
  const { Arn } = await client.send(new GetCallerIdentityCommand({}));
  expect(Arn).toMatch(/^arn:aws:sts::\d{12}:assumed-role\/controller\/local$/);
});

ifThere.each([
  ['no organization', [], /^say which organization under apps\/ it is for/],
  ['one that is not there', ['--org', 'nowhere'], /^there is no synthesized Terraform in apps.nowhere/],
  ['a port that is none', ['--org', 'acme', '--port', '70000'], /^a port is a whole number up to 65535, got: 70000/],
])(`with %s the command says what to do, without a stack trace${why}`, async (_, args, message) => {
  folder = mkdtempSync(join(tmpdir(), 'local-aws-'));
  cpSync(stacks, join(folder, 'apps/acme/cdktf.out/stacks'), { recursive: true });
  const output = await run(args, folder, /end it with/);
  expect(output).toMatch(message);
  expect(output).not.toMatch(/^ {4}at /m);
});
