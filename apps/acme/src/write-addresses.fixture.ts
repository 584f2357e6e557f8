import { writeFileSync } from 'node:fs';
import { parseOrganization } from '@bulkhead/model';
import { addressesFile, renderAddresses } from './addresses.fixture.ts';
import { acme } from './organization.ts';
import { synthesize } from './synthesized.fixture.ts';

// to be reviewed: `nx run acme:addresses` writes what is, not what should be
writeFileSync(addressesFile, renderAddresses(parseOrganization(acme), synthesize()));
