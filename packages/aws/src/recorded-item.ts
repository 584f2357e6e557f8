import { AccessError } from '@bulkhead/controller';
import type { RecordedSettings } from './recorded-encryption.ts';

/** A resource as an advanced query of AWS Config answers it, without what says nothing about a store. */
export interface RecordedItem extends RecordedSettings {
  readonly accountId: string;
  readonly awsRegion: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly resourceName?: string | null;
  readonly arn?: string | null;
  readonly configurationItemCaptureTime?: string | null;
  readonly tags?: readonly { readonly key?: string; readonly value?: string }[] | null;
}

/**
 * Reads one result of a query, which is JSON as text.
 *
 * @throws AccessError when it lacks what every resource has
 */
export function parseRecordedItem(result: string): RecordedItem {
  const item = parseResult(result);
  const lacking = ['accountId', 'awsRegion', 'resourceType', 'resourceId'].filter(
    (name) => typeof item[name] !== 'string',
  );
  if (lacking.length > 0) throw notUnderstood(`it has no ${lacking.join(', ')}`, result);
  return item as unknown as RecordedItem;
}

/** @throws AccessError when a result is no JSON object */
export function parseResult(result: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(result);
  } catch (cause) {
    throw notUnderstood('it is no JSON', result, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw notUnderstood('it is no object', result);
  return value as Readonly<Record<string, unknown>>;
}

const notUnderstood = (why: string, result: string, cause?: unknown) =>
  new AccessError(`AWS Config answered with a resource that can't be read, ${why}, got: ${result.slice(0, 120)}`, {
    cause,
  });
