import type { Principal, Resource, World } from '../world/world.ts';
import { UnknownNameError } from './unknown-name-error.ts';

/**
 * The principal of that name or ARN; the beginning of the name, or the path in it, may be left out where what
 * remains is unique.
 *
 * @throws UnknownNameError
 */
export function getPrincipal({ principals }: World, asked: string): Principal {
  const found = pick(principals, asked);
  if (found) return found;
  throw new UnknownNameError(
    'principal',
    asked,
    principals.map(({ name }) => name),
  );
}

/**
 * The resource of that name or ARN. An object of a bucket and an ARN in an account of the organization need not be in
 * the Terraform.
 *
 * @throws UnknownNameError
 */
export function getResource(world: World, asked: string): Resource {
  const found = pick(world.resources, asked) ?? objectIn(world, asked) ?? anythingIn(world, asked);
  if (found) return found;
  throw new UnknownNameError(
    'resource',
    asked,
    world.resources.map(({ name }) => name),
  );
}

/** An action with its service as AWS writes it, in lower case, by which layers and Regions are told: AWS takes any. */
export const actionOf = (asked: string): string => asked.replace(/^[^:]*/, (service) => service.toLowerCase());

function pick<Named extends { readonly name: string; readonly arn: string }>(
  all: readonly Named[],
  asked: string,
): Named | undefined {
  const exact = all.find(({ name, arn }) => name === asked || (arn === asked && asked !== '*'));
  if (exact) return exact;
  const ending = all.filter(({ name }) => name.endsWith(`/${asked}`));
  if (ending.length === 1) return ending[0];
  const short = all.filter(({ name }) => withoutPath(name) === asked);
  return short.length === 1 ? short[0] : undefined;
}

/** `acme-retail-prod/observer` of `acme-retail-prod/bulkhead/observer`. */
const withoutPath = (name: string) => name.replace(/^([^/]+\/).*\//, '$1');

function objectIn({ resources }: World, arn: string): Resource | undefined {
  const [bucketArn = '', ...key] = arn.split('/');
  const bucket = resources.find((each) => each.kind === 'bucket' && each.arn === bucketArn);
  if (!bucket || key.length === 0) return undefined;
  return { ...bucket, kind: 'object', arn, name: `${bucket.name}/${key.join('/')}` };
}

function anythingIn({ accounts }: World, arn: string): Resource | undefined {
  const [prefix, , , , accountId] = arn.split(':');
  const account = accounts.find(({ id }) => id === accountId);
  if (prefix !== 'arn' || !account) return undefined;
  return { arn, kind: 'any', name: arn, account, policies: [], example: true };
}
