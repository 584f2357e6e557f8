import { parseOrganization } from '@bulkhead/model';
import { generatedLock, generatedOrganization } from '../generated-organization.ts';
import { synthStacks } from '../synth-stacks.ts';

// Argument: how many runtime accounts.
const organization = parseOrganization(generatedOrganization(Number(process.argv[2])));
synthStacks(organization, generatedLock(organization));
