import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { billingOfWorld } from './billing-of-world.ts';
import { monthAfter } from './cost-periods.ts';
import { addExampleWorkload } from './example-workload.ts';
import { readLock, readTerraformStacks } from './read-organization.ts';
import { startLocalAws } from './start-local-aws.ts';
import { worldFromTerraform } from './world-from-terraform.ts';

const usage = 'node tools/local-aws/dist/main.js --org <organization> [--port <port>] [--rates]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { org: { type: 'string' }, port: { type: 'string' }, rates: { type: 'boolean' } },
  });
  if (values.org === undefined) throw new Error(`say which organization under apps/ it is for: ${usage}`);
  const folder = join('apps', values.org);
  const world = worldFromTerraform(
    readTerraformStacks(join(folder, 'cdktf.out', 'stacks')),
    readLock(join(folder, 'organization.lock.json')),
  );
  const today = new Date().toISOString().slice(0, 10);
  world.billing = { ...billingOfWorld(world, values.org, monthAfter(today, 0).slice(0, 7)), openLastMonth: true };
  addExampleWorkload(world);
  const aws = await startLocalAws(world, {
    rates: values.rates ?? false,
    ...(values.port === undefined ? {} : { port: portFrom(values.port) }),
  });
  for (const [name, value] of Object.entries(aws.environment)) console.log(`export ${name}=${value}`);
  for (const addition of world.additions) console.error(`added, as the Terraform does not declare it: ${addition}`);
  console.error(`an AWS for ${values.org} runs on ${aws.url}, end it with Ctrl-C`);
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`a port is a whole number up to 65535, got: ${text}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
