import type { Machine } from './answer.ts';
import type { Fault } from './faults.ts';
import type { Reply } from './protocols.ts';

/** Paths of the machine's own, for tests whose product runs in another process. AWS has nothing under `/_local/`. */
export const adminPath = '/_local/';

type Command = (machine: Machine, body: Readonly<Record<string, unknown>>) => unknown;

const commands: Readonly<Record<string, Command>> = {
  /** `GET`: time, calls by operation, billed pages. */
  state: ({ clock, calls, world }) => ({
    now: new Date(clock.now()).toISOString(),
    counts: calls.counts(),
    billedPages: calls.billedPages,
    quotaRequests: world.quotaRequests.map(({ id, place, quota, desired, status }) => ({
      id,
      ...place,
      quotaCode: quota.quotaCode,
      desired,
      status,
    })),
    attachments: world.attachments,
  }),
  /** `GET`: every call so far. */
  calls: ({ calls }) => calls.records,
  /** Forgets the calls so far. */
  'calls/clear': ({ calls }) => calls.clear(),
  /** `{ advanceSeconds }` or `{ now }`. */
  clock({ clock }, { advanceSeconds, now }) {
    if (typeof now === 'string') clock.set(new Date(now));
    if (typeof advanceSeconds === 'number') clock.advance(advanceSeconds * 1000);
    return { now: new Date(clock.now()).toISOString() };
  },
  /** `{ faults, seed }`; an empty list clears them. */
  faults({ faults }, { faults: list, seed }) {
    faults.set(Array.isArray(list) ? (list as Fault[]) : [], typeof seed === 'number' ? seed : undefined);
  },
  /** `{ enabled }`. */
  rates({ rates }, { enabled }) {
    rates.enabled = enabled === true;
  },
  /** Replaces parts of the world: `{ instances, quotas, accounts, … }`. */
  world({ world }, parts) {
    const unknown = Object.keys(parts).filter((part) => !(part in world));
    if (unknown.length > 0) throw new Error(`the world has no ${unknown.join(', ')}`);
    Object.assign(world, parts);
  },
};

/** Carries out a command like `POST /_local/clock` with a body in JSON. */
export function administrate(machine: Machine, path: string, body: string): Reply {
  const command = commands[path.slice(adminPath.length)];
  if (!command) return json(404, { error: `there is no ${path}, only ${Object.keys(commands).join(', ')}` });
  try {
    const result = command(machine, (body === '' ? {} : JSON.parse(body)) as Readonly<Record<string, unknown>>);
    return json(200, result ?? {});
  } catch (error) {
    return json(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
