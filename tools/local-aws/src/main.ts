import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleWorld } from './example-world.ts';
import { startLocalAws } from './start-local-aws.ts';

const usage = 'node tools/local-aws/dist/main.js --org <organization> [--port <port>] [--rates]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { org: { type: 'string' }, port: { type: 'string' }, rates: { type: 'boolean' } },
  });
  if (values.org === undefined) throw new Error(`say which organization under apps/ it is for: ${usage}`);
  const today = new Date().toISOString().slice(0, 10);
  const world = exampleWorld(join('apps', values.org), values.org, today);
  const aws = await startLocalAws(world, {
    rates: values.rates ?? false,
    ...(values.port === undefined ? {} : { port: portFrom(values.port) }),
  });
  for (const [name, value] of Object.entries(aws.environment)) console.log(`export ${name}=${value}`);
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
