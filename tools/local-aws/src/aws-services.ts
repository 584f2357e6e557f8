import { autoScaling } from './auto-scaling.ts';
import { budgets } from './budgets.ts';
import { cloudwatch } from './cloudwatch.ts';
import { configService } from './config-service.ts';
import { costExplorer } from './cost-explorer.ts';
import { ec2 } from './ec2.ts';
import { organizations } from './organizations.ts';
import type { Service } from './service.ts';
import { serviceQuotas } from './service-quotas.ts';
import { sts } from './sts.ts';

/** The services that this machine has. */
export const awsServices: readonly Service[] = [
  sts,
  organizations,
  serviceQuotas,
  ec2,
  autoScaling,
  cloudwatch,
  budgets,
  costExplorer,
  configService,
];
