import { auditPromises } from './audit-promises.ts';
import { controllerPromises } from './controller-promises.ts';
import { deploymentPromises } from './deployment-promises.ts';
import { enterprisePromises } from './enterprise-promises.ts';
import { guardrailPromises } from './guardrail-promises.ts';
import { platformPromises } from './platform-promises.ts';
import type { AccessPromise } from './promise.ts';
import { wallPromises } from './wall-promises.ts';

/** What the design promises of every organization. */
export const housePromises: readonly AccessPromise[] = [
  ...wallPromises,
  ...guardrailPromises,
  ...platformPromises,
  ...controllerPromises,
  ...enterprisePromises,
  ...auditPromises,
  ...deploymentPromises,
];
