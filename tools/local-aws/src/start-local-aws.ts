import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { adminPath, administrate } from './admin.ts';
import { type Happening, type Machine, answer } from './answer.ts';
import { type CallLog, openCallLog } from './calls.ts';
import { type Clock, movableClock } from './clock.ts';
import { type Faults, openFaults } from './faults.ts';
import type { ServerOptions } from './operation.ts';
import { type Rates, openRates } from './rates.ts';
import { type Credentials, openSessions } from './sessions.ts';
import { type World, roleArn } from './world.ts';

export interface LocalAwsOptions extends Partial<ServerOptions> {
  /** Port on the loopback; by default one that is free. */
  readonly port?: number;
  /** The world's time at the start; by default the machine's. */
  readonly start?: Date;
  /** Whether calls that come faster than AWS's rates are refused. Default: false. */
  readonly rates?: boolean;
  /** Whom the environment's credentials stand for; by default the delivery account's controller, else management. */
  readonly caller?: string;
}

/** An AWS that runs on this machine. */
export interface LocalAws {
  readonly url: string;
  readonly port: number;
  /** What points any SDK at it: endpoint, Region and credentials. */
  readonly environment: Readonly<Record<string, string>>;
  readonly world: World;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly rates: Rates;
  readonly calls: CallLog;
  /** Credentials that never expire, for a user (an administrator) or a role by its ARN. */
  credentialsFor(arn: string): Credentials;
  close(): Promise<void>;
}

/** Starts an AWS in which this world exists, on one port of the loopback. */
export async function startLocalAws(world: World, options: LocalAwsOptions = {}): Promise<LocalAws> {
  const clock = movableClock(options.start);
  const machine: Machine = {
    world,
    clock,
    sessions: openSessions(clock),
    calls: openCallLog(),
    faults: openFaults(),
    rates: openRates(),
    options: { organizationsPage: 20, emptyPages: false, costExplorerPage: 1000, ...options },
  };
  machine.rates.enabled = options.rates ?? false;
  const server = createServer((request, response) => {
    // A client that goes away in the middle of its request gets nothing.
    serve(machine, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  const credentials = machine.sessions.permanent(options.caller ?? usualCaller(world));
  return {
    ...machine,
    url,
    port,
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: world.accounts.find(({ regions }) => regions.length > 0)?.regions[0] ?? 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
    },
    credentialsFor: (arn) => machine.sessions.permanent(arn),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The role that sets limits, in the delivery account; an organization without one is called by its management. */
function usualCaller(world: World): string {
  const delivery = world.accounts.filter(({ tags }) => tags['Phase'] === 'delivery').map(({ id }) => id);
  const role = world.roles.find(({ accountId, name }) => name === 'controller' && delivery.includes(accountId));
  return role ? roleArn(role) : `arn:aws:iam::${world.organization.managementAccountId}:user/administrator`;
}

async function serve(machine: Machine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const body = Buffer.concat(chunks).toString();
  const { url = '/' } = request;
  const happening = url.startsWith(adminPath)
    ? administrate(machine, url, body)
    : await answer(machine, request.headers, body);
  send(happening, request, response);
}

function send(happening: Happening, request: IncomingMessage, response: ServerResponse): void {
  if (happening === 'hang') return;
  if (happening === 'drop') {
    request.socket.destroy();
    return;
  }
  response.writeHead(happening.status, happening.headers);
  response.end(happening.body);
}
