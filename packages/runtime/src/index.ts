export { RuntimeAccountStack } from './runtime-account-stack.ts';
export { runtimeStacks } from './runtime-stacks.ts';
export type { VpcTelemetry } from './vpc-telemetry.ts';
export type { MadeStore } from './stores/store-props.ts';
export type { WorkloadRole } from './workloads/workload-role.ts';
