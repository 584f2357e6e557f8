import type { Place } from '@bulkhead/controller';
import type { AwsCredentialIdentityProvider, MiddlewareStack } from '@smithy/types';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { type Pace, pacing } from './pace-calls.ts';

/** What all clients have in common. */
export interface SharedSettings {
  readonly requestHandler: NodeHttpHandler;
  readonly retryMode: 'adaptive';
  readonly maxAttempts: number;
  readonly endpoint?: string;
}

/** What a client is made with. */
export interface ClientSettings extends SharedSettings {
  readonly region: string;
  readonly credentials: AwsCredentialIdentityProvider;
}

interface Paced<Input extends object, Output extends object> {
  readonly middlewareStack: MiddlewareStack<Input, Output>;
}

/** One client of a service per account and Region, made when it is first asked for; all keep the pace. */
export function clientsByPlace<Client extends object, Input extends object, Output extends object>(
  service: string,
  ServiceClient: new (settings: ClientSettings) => Client & Paced<Input, Output>,
  settingsIn: (place: Place) => ClientSettings,
  pace: Pace,
): (place: Place) => Client {
  const clients = new Map<string, Client>();
  return (place) => {
    const key = `${place.accountId} ${place.region}`;
    const found = clients.get(key);
    if (found) return found;
    const client = new ServiceClient(settingsIn(place));
    client.middlewareStack.use(pacing(pace, service, place));
    clients.set(key, client);
    return client;
  };
}
