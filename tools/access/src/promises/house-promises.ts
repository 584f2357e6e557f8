import { artifactPromises } from './artifact-promises.ts';
import { auditPromises } from './audit-promises.ts';
import { backupPromises } from './backup-promises.ts';
import { boundaryPromises } from './boundary-promises.ts';
import { builderPromises } from './builder-promises.ts';
import { classTagPromises } from './class-tag-promises.ts';
import { controllerPromises } from './controller-promises.ts';
import { crossingPromises } from './crossing-promises.ts';
import { dataBoundaryPromises } from './data-boundary-promises.ts';
import { deliveryPromises } from './delivery-promises.ts';
import { deploymentPromises } from './deployment-promises.ts';
import { emergencyPromises } from './emergency-promises.ts';
import { guardrailPromises } from './guardrail-promises.ts';
import { identityCenterPromises } from './identity-center-promises.ts';
import { identityPromises } from './identity-promises.ts';
import { leastPromises } from './least-promises.ts';
import { managementPromises } from './management-promises.ts';
import { openedPromises } from './opened-promises.ts';
import { operatorPromises } from './operator-promises.ts';
import { ownerPromises } from './owner-promises.ts';
import { peoplePromises } from './people-promises.ts';
import { perimeterPromises } from './perimeter-promises.ts';
import { platformRolePromises } from './platform-role-promises.ts';
import { platformPromises } from './platform-promises.ts';
import type { AccessPromise } from './promise.ts';
import { securityAdministratorPromises } from './security-administrator-promises.ts';
import { sharingPromises } from './sharing-promises.ts';
import { statePromises } from './state-promises.ts';
import { telemetryPromises } from './telemetry-promises.ts';
import { unguardedPromises } from './unguarded-promises.ts';
import { wallPromises } from './wall-promises.ts';
import { workloadPromises } from './workload-promises.ts';

/** What the design promises of every organization. */
export const housePromises: readonly AccessPromise[] = [
  ...wallPromises,
  ...perimeterPromises,
  ...guardrailPromises,
  ...platformPromises,
  ...controllerPromises,
  ...identityPromises,
  ...identityCenterPromises,
  ...peoplePromises,
  ...securityAdministratorPromises,
  ...emergencyPromises,
  ...auditPromises,
  ...telemetryPromises,
  ...deliveryPromises,
  ...artifactPromises,
  ...statePromises,
  ...deploymentPromises,
  ...managementPromises,
  ...leastPromises,
  ...ownerPromises,
  ...platformRolePromises,
  ...unguardedPromises,
  ...workloadPromises,
  ...builderPromises,
  ...boundaryPromises,
  ...operatorPromises,
  ...dataBoundaryPromises,
  ...classTagPromises,
  ...sharingPromises,
  ...crossingPromises,
  ...backupPromises,
  ...openedPromises,
];
