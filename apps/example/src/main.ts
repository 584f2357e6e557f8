import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enterpriseStacks } from '@bulkhead/enterprise';
import { programInput } from '@bulkhead/model';
import { runtimeStacks } from '@bulkhead/runtime';
import { App } from 'cdktf';
import { example } from './organization.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const lockFile = `${folder}organization.lock.json`;
const { organization, lock } = programInput({
  definition: example,
  lock: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : undefined,
  // `bulkhead what-if` gives changes to look at, by argument: nothing that a shell exports reaches a deployment
  whatIf: process.argv[2],
});

const app = new App();
const context = { organization, lock, folder };
enterpriseStacks(app, context);
runtimeStacks(app, context);
app.synth();
