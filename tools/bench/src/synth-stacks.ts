import { enterpriseStacks } from '@bulkhead/enterprise';
import type { Lock, Organization } from '@bulkhead/model';
import { runtimeStacks } from '@bulkhead/runtime';
import { App } from 'cdktf';

/** Synthesizes an organization's stacks, wired like the program of one under apps/. */
export function synthStacks(organization: Organization, lock: Lock): void {
  const app = new App();
  const context = { organization, lock, folder: process.cwd() };
  enterpriseStacks(app, context);
  runtimeStacks(app, context);
  app.synth();
}
