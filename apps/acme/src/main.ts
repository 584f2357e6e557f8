import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { enterpriseStacks } from '@bulkhead/enterprise';
import { emptyLock, parseLock, parseOrganization } from '@bulkhead/model';
import { runtimeStacks } from '@bulkhead/runtime';
import { App } from 'cdktf';
import { acme } from './organization.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));
const lockFile = `${folder}organization.lock.json`;
const lock = existsSync(lockFile) ? parseLock(readFileSync(lockFile, 'utf8')) : emptyLock;

const app = new App();
const context = { organization: parseOrganization(acme), lock, folder };
enterpriseStacks(app, context);
runtimeStacks(app, context);
app.synth();
