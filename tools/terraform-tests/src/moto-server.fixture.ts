import { createServer } from 'node:net';
import { execa } from 'execa';

/** An AWS on this machine, started for one test. */
export interface MotoServer {
  /** What the AWS provider needs to talk to it and to nobody else. */
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Account to which the credentials at hand belong on a moto server. */
export const motoAccountId = '123456789012';

/** Starts a moto server on a free port, and waits until it answers. */
export async function startMotoServer(command: string): Promise<MotoServer> {
  const port = await freePort();
  const server = execa(command, ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    reject: false,
    env: { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, Date.now() + 30_000);
  return {
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_MAX_ATTEMPTS: '1',
    },
    stop: async () => {
      server.kill('SIGKILL');
      await server;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(endpoint: string, deadline: number): Promise<void> {
  const response = await fetch(endpoint).catch(() => undefined);
  if (response !== undefined) return;
  if (Date.now() > deadline) throw new Error(`the moto server at ${endpoint} does not answer`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await answers(endpoint, deadline);
}
