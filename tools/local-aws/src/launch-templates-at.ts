import { createHash } from 'node:crypto';
import type { World, WorldGroup, WorldLaunchTemplate } from './world.ts';

/** Every launch template of an account in a Region: the world's, and those that its groups have of their own. */
export function launchTemplatesAt(
  { accountId, region }: Pick<WorldLaunchTemplate, 'accountId' | 'region'>,
  { launchTemplates, groups }: World,
): readonly WorldLaunchTemplate[] {
  const own = groups.filter(({ launchTemplate }) => launchTemplate === undefined).map(ownTemplate);
  return [...launchTemplates, ...own].filter((each) => each.accountId === accountId && each.region === region);
}

/** The template of a group to which no other was given. It has one version and names the type where that is one. */
export function ownTemplate({ accountId, region, name, instanceTypes }: WorldGroup): WorldLaunchTemplate {
  const [only = null, ...others] = instanceTypes;
  const digest = createHash('sha256').update(`${accountId} ${region} ${name}`).digest('hex');
  return {
    accountId,
    region,
    id: `lt-${digest.slice(0, 17)}`,
    name,
    versions: [others.length === 0 ? only : null],
    defaultVersion: 1,
  };
}
