import type { ServiceRights } from './right.ts';
import { caches } from './services/caches.ts';
import { compute } from './services/compute.ts';
import { containers } from './services/containers.ts';
import { databases } from './services/databases.ts';
import { dns } from './services/dns.ts';
import { functions } from './services/functions.ts';
import { keys } from './services/keys.ts';
import { logs } from './services/logs.ts';
import { objects } from './services/objects.ts';
import { queues } from './services/queues.ts';
import { secrets } from './services/secrets.ts';
import { streams } from './services/streams.ts';

/** What the classes of rights mean, by kind of services. A role has one policy for each kind in which it may something. */
export const rightsByService: Readonly<Record<string, ServiceRights>> = {
  compute,
  containers,
  functions,
  queues,
  streams,
  databases,
  objects,
  caches,
  dns,
  secrets,
  keys,
  logs,
};
