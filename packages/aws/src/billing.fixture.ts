import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '@bulkhead/local-aws';
import { delivery, dev, exampleWorld, management, prod } from './world.fixture.ts';

const member = (id: string, name: string, unit: string, phase: string, budget: string) => ({
  id,
  name,
  unit,
  phase,
  regions: ['eu-west-1'],
  budget,
});

// One object for all worlds: the machine generates its charges once.
const billing: NonNullable<World['billing']> = {
  organization: 'acme',
  managementAccountId: management,
  accounts: [
    member(delivery, 'acme-delivery', 'enterprise', 'delivery', '8000'),
    member(dev, 'acme-retail-dev', 'retail', 'dev', '20000'),
    member(prod, 'acme-retail-prod', 'retail', 'prod', '300000'),
  ],
  lastMonth: '2026-10',
  months: 4,
  seed: 'acme',
  openLastMonth: true,
};

/** The example's world with a bill of four months up to 2026-10, the last of them open. */
export function billedWorld(): World {
  return { ...exampleWorld(), billing };
}

/** A moment in the last month of the bill. */
export const billedUntil = new Date('2026-10-31T12:00:00Z');

/** What a service answers, whatever it is asked: for what the machine's world never has. */
export interface Canned {
  readonly status?: number;
  readonly body: object;
}

/** A service that gives one answer after the other, the last one from then on, and what a client of it needs. */
export async function startCanned(...answers: readonly Canned[]): Promise<{
  readonly client: { readonly endpoint: string; readonly region: string; readonly credentials: typeof nobody };
  close(): Promise<void>;
}> {
  let asked = 0;
  const server = createServer((request, response) => {
    const { status = 200, body } = answers[Math.min(asked, answers.length - 1)] ?? { body: {} };
    asked += 1;
    request.resume().on('end', () => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    client: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials: nobody },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const nobody = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' };
