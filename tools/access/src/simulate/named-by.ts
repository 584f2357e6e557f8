import { listOf, type PrincipalElement, type Statement } from '../policy/policy.ts';
import type { Principal, Resource } from '../world/world.ts';

/** Whom statements could be about: everybody, or those whom they name. */
type Named = 'everybody' | ReadonlySet<string>;

const byResource = new WeakMap<Resource, Named>();
const byStatement = new WeakMap<Statement, Named>();

/** Whether a statement of a resource's policy can be about a principal. Where in doubt, it can. */
export function canName(statement: Statement, principal: Principal): boolean {
  let named = byStatement.get(statement);
  if (!named) byStatement.set(statement, (named = namedIn(statement)));
  return includes(named, principal);
}

/** Whether any policy of a resource allows anything to somebody who could be that principal. */
export function couldAllow(resource: Resource, principal: Principal): boolean {
  let named = byResource.get(resource);
  if (!named) {
    const each = resource.policies
      .flatMap(({ statements }) => statements)
      .filter(({ document }) => document.Effect === 'Allow')
      .map(namedIn);
    named = each.includes('everybody')
      ? 'everybody'
      : new Set(each.flatMap((one) => (one === 'everybody' ? [] : [...one])));
    byResource.set(resource, named);
  }
  return includes(named, principal);
}

function namedIn({ document: { Principal, NotPrincipal } }: Statement): Named {
  if (NotPrincipal !== undefined || Principal === undefined) return 'everybody';
  const texts = textsIn(Principal);
  // a session is of some role, which its name doesn't say with its path
  return texts.some((text) => text === '*' || text.includes(':assumed-role/')) ? 'everybody' : new Set(texts);
}

const textsIn = (element: PrincipalElement): readonly string[] =>
  element === '*' ? ['*'] : Object.values(element).flatMap(listOf);

/** An account is named by its number or its root. */
function includes(named: Named, { arn, context }: Principal): boolean {
  if (named === 'everybody' || named.has(arn)) return true;
  const accountId = context['aws:PrincipalAccount'];
  return typeof accountId === 'string' && (named.has(accountId) || named.has(`arn:aws:iam::${accountId}:root`));
}
