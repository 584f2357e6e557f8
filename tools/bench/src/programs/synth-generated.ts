import { enterpriseStacks } from '@bulkhead/enterprise';
import { parseOrganization } from '@bulkhead/model';
import { runtimeStacks } from '@bulkhead/runtime';
import { App } from 'cdktf';
import { generatedLock, generatedOrganization } from '../generated-organization.ts';

// Wired like the program of an organization under apps/. Argument: how many runtime accounts.
const organization = parseOrganization(generatedOrganization(Number(process.argv[2])));
const app = new App();
const context = { organization, lock: generatedLock(organization), folder: process.cwd() };
enterpriseStacks(app, context);
runtimeStacks(app, context);
app.synth();
