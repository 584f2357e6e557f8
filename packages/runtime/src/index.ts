export { RuntimeAccountStack } from './runtime-account-stack.ts';
export { runtimeStacks } from './runtime-stacks.ts';
