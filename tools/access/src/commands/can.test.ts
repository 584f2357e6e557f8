import { worldOf } from '../simulate/ask.fixture.ts';
import { openToAll, perimeter } from '../simulate/cases.fixture.ts';
import { simulator } from '../simulate/simulator.ts';
import { can } from './can.ts';
import { whoCan } from './who-can.ts';
import type { OpenOrganization } from './open-organization.ts';

const world = worldOf({ organization: perimeter, prod: openToAll });
const organization: OpenOrganization = {
  ...{ name: 'small', world, simulator: simulator(world), graph: new Map() },
  ...{ promises: [], written: [], grants: [] },
};

test.each(['s3:GetObject', 'S3:getobject'])('%s is asked of what protects the resource, too', async (action) => {
  const resource = 'prod/orders/example';
  const [answer] = await can(organization, { principal: 'another organization', action, resource });
  expect(answer).toMatchObject({ decision: 'denied', because: expect.stringContaining('(Wall)') as unknown });
  const able = await whoCan(organization, { action, resource });
  expect(able.map(({ principal }) => principal)).not.toContain('another organization');
});
