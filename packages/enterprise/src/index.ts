export { enterpriseStacks } from './enterprise-stacks.ts';
