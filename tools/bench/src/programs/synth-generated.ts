import { parseOrganization } from '@bulkhead/model';
import { generatedLock } from '../generated-lock.ts';
import { generatedOrganization } from '../generated-organization.ts';
import { synthStacks } from '../synth-stacks.ts';

// Argument: how many runtime accounts.
const organization = parseOrganization(generatedOrganization(Number(process.argv[2])));
synthStacks(organization, generatedLock(organization));
