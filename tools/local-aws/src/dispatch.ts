import type { IncomingHttpHeaders } from 'node:http';
import { type Operation, operationName } from './operation.ts';
import type { Service } from './service.ts';

/** What a request is for, by its headers and form: the path says nothing. */
export interface Destination {
  readonly service: Service;
  readonly operationName: string;
  /** Undefined where this machine's AWS does not have it. */
  readonly operation: Operation | undefined;
}

/** The service and operation of a request; undefined where it is for no service that is known here. */
export function findDestination(
  services: readonly Service[],
  headers: IncomingHttpHeaders,
  body: string,
): Destination | undefined {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix, name = ''] = target.split('.');
    return to(
      services.find((each) => each.target === prefix),
      name,
    );
  }
  const form = new URLSearchParams(body);
  return to(
    services.find(({ version }) => version !== undefined && version === form.get('Version')),
    form.get('Action') ?? '',
  );
}

function to(service: Service | undefined, name: string): Destination | undefined {
  if (!service) return undefined;
  return {
    service,
    operationName: name,
    operation: service.operations.find((each) => operationName(each) === name),
  };
}

/** Access key id and Region of a signed request; the signature itself is not verified. */
export function readSignature(headers: IncomingHttpHeaders): { accessKeyId: string; region: string } | undefined {
  const [, accessKeyId = '', region = ''] =
    /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  return accessKeyId ? { accessKeyId, region } : undefined;
}
