import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { LocalAws } from '@bulkhead/local-aws';
import { delivery } from './shop.fixture.ts';

/** What stands between a process and AWS: it tells the calls apart, and can end the process at one of them. */
export interface Wire {
  readonly url: string;
  /** `ListServiceQuotas 000000000011 eu-west-1 #2`: the same in every run, in whatever order calls come. */
  readonly calls: readonly string[];
  close(): Promise<void>;
}

/** Where a process ends: before AWS hears of the call, or after AWS carried it out and before the answer. */
export interface End {
  readonly call: string;
  readonly when: 'before' | 'after';
  readonly kill: () => void;
}

export async function openWire(aws: LocalAws, end?: () => End): Promise<Wire> {
  const calls: string[] = [];
  const callers = new Map<string, string>();

  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const body = Buffer.concat(chunks).toString();
    const call = numbered(nameOf(request, body, callers), calls);
    calls.push(call);
    const ending = end?.();
    const isEnd = ending?.call === call;
    if (isEnd && ending.when === 'before') {
      ending.kill();
      return;
    }
    const answer = await fetch(aws.url, { method: 'POST', headers: headersOf(request), body });
    const text = await answer.text();
    if (isEnd) {
      ending.kill();
      return;
    }
    const [, key] = /<AccessKeyId>(.*)<\/AccessKeyId>/.exec(text) ?? [];
    const [, account] = /<Arn>arn:aws:sts::(\d+):/.exec(text) ?? [];
    if (key !== undefined && account !== undefined) callers.set(key, account);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(text);
  };
  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function nameOf({ headers }: IncomingMessage, body: string, callers: ReadonlyMap<string, string>): string {
  const form = new URLSearchParams(body);
  const operation = String(headers['x-amz-target'] ?? form.get('Action')).replace(/^.*\./, '');
  const [, key = '', region = ''] = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  return `${operation} ${form.get('RoleArn') ?? callers.get(key) ?? delivery} ${region}`;
}

function numbered(name: string, calls: readonly string[]): string {
  return `${name} #${calls.filter((call) => call.startsWith(`${name} #`)).length + 1}`;
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const passed = [
    'authorization',
    'content-type',
    'x-amz-target',
    'x-amz-date',
    'x-amz-security-token',
    'x-amzn-query-mode',
  ];
  return Object.fromEntries(
    passed.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}
