import { grantWhatRuns } from './grant-what-runs.ts';
import { dev, smallWorld } from './world.fixture.ts';

test.each([
  ['machines that fit into the default leave it', 't3.medium', []],
  ['more than that was granted, twice over', 'm5.12xlarge', [96]],
])('%s', (_, type, granted) => {
  const world = smallWorld();
  world.quotas = [];
  world.instances = [{ accountId: dev, region: 'eu-west-1', id: 'i-1', type, state: 'running' }];
  grantWhatRuns(world);
  expect(world.quotas.map(({ value }) => value)).toEqual(granted);
});
