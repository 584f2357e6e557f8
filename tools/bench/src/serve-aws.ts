import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { CallRecord } from '@bulkhead/local-aws';
import { execa } from 'execa';
import { ownProgram } from './measure-program.ts';

/** An AWS with its rates, in a process of its own. */
export interface ServedAws {
  /** What points an SDK at it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every call so far. */
  calls(): Promise<readonly CallRecord[]>;
  close(): Promise<void>;
}

/** Starts an AWS in which a subject's synthesized stacks exist, with a bill or without one. */
export async function serveAws(subject: string, stacks: string, billing: boolean): Promise<ServedAws> {
  const parameters = [subject, stacks, ...(billing ? ['billing'] : [])];
  const child = execa(process.execPath, [ownProgram('serve-aws'), ...parameters], {
    env: quiet,
    stdio: ['pipe', 'pipe', 'pipe'],
    buffer: { stdout: false },
  });
  const line = await firstLine(child.stdout);
  // it ended without a word: the reason is in how it ended
  if (line === undefined) await child;
  const { url, environment } = JSON.parse(line ?? '') as { url: string; environment: ServedAws['environment'] };
  return {
    environment: { ...environment, ...quiet },
    calls: async () => {
      const response = await fetch(`${url}/_local/calls`, { method: 'POST' });
      return (await response.json()) as readonly CallRecord[];
    },
    close: async () => {
      child.stdin.end();
      await child;
    },
  };
}

async function firstLine(stream: Readable): Promise<string | undefined> {
  for await (const line of createInterface(stream)) return line;
  return undefined;
}

/** The SDK tells each time from which version on it needs another Node.js. */
const quiet = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
