import { AccessError } from '@bulkhead/controller';
import { SourceError } from '@bulkhead/spend';
import { isSdkFailure } from './sdk-failure.ts';

/** Whoever reads a source knows its errors only: the failure in words about Cost Explorer, or as it was. */
export function sourceErrorOf(cause: unknown, role: string): unknown {
  if (!(cause instanceof AccessError)) return cause;
  return new SourceError(wordsFor(cause, role), { cause });
}

function wordsFor({ message, cause }: AccessError, role: string): string {
  if (!isSdkFailure(cause)) return message;
  const account = role.split(':')[4] ?? '';
  const said = cause.message.replace(/\.$/, '');
  // AWS refuses as if a permission were missing; both messages are seen in public reports, no documentation has them.
  if (/not enabled for cost explorer/i.test(said)) {
    return `Cost Explorer is not enabled in account ${account}, launch it once in its Billing console and wait a day: AWS says: ${said}`;
  }
  if (cause.name === 'DataUnavailableException') {
    return `Cost Explorer has no data for account ${account} yet, which takes a day after it was enabled: ce:GetCostAndUsage as ${role}, AWS says: ${said}`;
  }
  return message;
}
