import { type Right, type ServiceRights, actionsOf } from '../right.ts';

/**
 * With the definition that the service has already: with another one it would be a deployment. `ecs:task-definition` is a
 * key of this action. Source: Service Authorization Reference, Amazon ECS. That requests lack it where the caller gives no
 * definition is said nowhere and not tried: if they have it, operators may not update a service at all.
 */
const updatingInPlace: Right = {
  actions: ['ecs:UpdateService'],
  condition: { Null: { 'ecs:task-definition': 'true' } },
};

/** Tasks, clusters, jobs, and the images that they run. */
export const containers: ServiceRights = {
  // the environment of a task is in its definition
  debug: [{ actions: ['ecs:Describe*'] }],
  run: [{ actions: [...actionsOf('ecs', 'ExecuteCommand', 'RunTask', 'StartTask'), 'eks:AccessKubernetesApi'] }],
  build: [{ actions: ['ecs:*', 'eks:*', 'ecr:*', 'batch:*'] }],
  restart: [{ actions: ['ecs:StopTask'] }, updatingInPlace],
  scale: [updatingInPlace],
};
