import { organizations } from './organizations.ts';
import type { Service } from './service.ts';
import { serviceQuotas } from './service-quotas.ts';
import { sts } from './sts.ts';

/** The services that this machine has. */
export const awsServices: readonly Service[] = [sts, organizations, serviceQuotas];
