export { RuntimeAccountStack } from './runtime-account-stack.ts';
export { runtimeStacks } from './runtime-stacks.ts';
export type { VpcTelemetry } from './vpc-telemetry.ts';
