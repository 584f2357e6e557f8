import { GetAutoManagementConfigurationCommand, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { type Known, known, unknown } from '@bulkhead/controller';
import { isSdkFailure } from './sdk-failure.ts';

/** What Service Quotas answers where nobody turned automatic management on, or where it is not offered. */
const absent = ['NoSuchResourceException', 'UnknownOperationException'];

const kinds: ReadonlyMap<string, 'notify' | 'adjust'> = new Map([
  ['NotifyOnly', 'notify'],
  ['NotifyAndAdjust', 'adjust'],
]);

/** Whether AWS raises quotas by itself. Its reference and its guide name different kinds: an unheard-of one is unknown. */
export async function automaticManagement(client: ServiceQuotasClient): Promise<Known<'off' | 'notify' | 'adjust'>> {
  try {
    const { OptInStatus, OptInType } = await client.send(new GetAutoManagementConfigurationCommand({}));
    if (OptInStatus === 'DISABLED' || OptInType === undefined) return known('off');
    const kind = kinds.get(OptInType);
    return kind ? known(kind) : unknown(`AWS names an automatic management that is not known here: ${OptInType}`);
  } catch (cause) {
    if (isSdkFailure(cause) && absent.includes(cause.name)) return known('off');
    throw cause;
  }
}
