import { parseOrganization } from '@bulkhead/model';
import { generatedLock } from '../generated-lock.ts';
import { generatedOrganization, twoRegions } from '../generated-organization.ts';
import { synthStacks } from '../synth-stacks.ts';

// Argument: how many runtime accounts, each in two Regions.
const organization = parseOrganization(generatedOrganization(Number(process.argv[2]), twoRegions));
synthStacks(organization, generatedLock(organization));
