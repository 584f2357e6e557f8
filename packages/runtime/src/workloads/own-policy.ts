import type { PolicyStatement } from '@bulkhead/baseline';
import { allOf, conditionOf } from '../grants/common-conditions.ts';
import type { StoreTerms } from '../grants/grant-terms.ts';
import { keysOf, throughService, withAlias } from '../grants/key-sides.ts';
import { pascal } from '../grants/sid-of.ts';
import type { StoreUses, UsePart } from '../grants/store-uses.ts';
import { usesOf } from '../grants/uses-of.ts';

/**
 * What a workload may do with the stores of its own account: every use that a grant can give, and what only the owner of
 * data does. Stores of one kind share statements, so that many of them fit.
 */
export function ownStatements(stores: readonly StoreTerms[]): readonly PolicyStatement[] {
  const kinds = [...new Set(stores.map(({ kind }) => kind))];
  return [
    ...kinds.flatMap((kind) =>
      ofKind(
        kind,
        stores.filter((store) => store.kind === kind),
      ),
    ),
    ...keyStatement(stores.filter(({ keyAlias }) => keyAlias !== undefined)),
  ];
}

function ofKind(kind: StoreTerms['kind'], stores: readonly StoreTerms[]): readonly PolicyStatement[] {
  const [first] = stores;
  if (!first) return [];
  const { arnWithoutAccount, atHome } = usesOf[kind];
  const account = arnWithoutAccount ? { StringEquals: { 'aws:ResourceAccount': first.accountId } } : {};
  const statements = byResources(partsOf(usesOf[kind]), stores).map(([resources, parts], index): PolicyStatement => {
    const where = parts.flatMap((part) => (part.where ? [part.where(first.accountId)] : []));
    return {
      Sid: `Own${pascal(kind)}${index === 0 ? '' : String(index + 1)}`,
      Effect: 'Allow',
      Action: [...new Set(parts.flatMap(({ actions }) => actions))].sort(),
      Resource: resources,
      ...conditionOf(allOf(account, ...where)),
    };
  });
  return atHome
    ? [...statements, { Sid: `Own${pascal(kind)}Token`, Effect: 'Allow', Action: atHome, Resource: '*' }]
    : statements;
}

const partsOf = ({ uses, own = [] }: StoreUses): readonly UsePart[] => [...Object.values(uses).flat(), ...own];

/** Parts that are about the same resources; one that is narrowed stays alone. */
function byResources(
  parts: readonly UsePart[],
  stores: readonly StoreTerms[],
): readonly (readonly [resources: readonly string[], parts: readonly UsePart[]])[] {
  const groups = new Map<string, [readonly string[], UsePart[]]>();
  for (const part of parts) {
    const resources = stores.flatMap(({ arn }) => (part.on ? part.on(arn) : [arn]));
    const id = JSON.stringify([resources, part.where ? part.actions : '']);
    const group = groups.get(id);
    if (group) group[1].push(part);
    else groups.set(id, [resources, [part]]);
  }
  return [...groups.values()];
}

function keyStatement(stores: readonly StoreTerms[]): readonly PolicyStatement[] {
  const [first] = stores;
  if (!first) return [];
  const actions = stores.flatMap(({ kind }) => Object.values(usesOf[kind].key?.actions ?? {}).flat());
  const aliases = stores.flatMap(({ keyAlias }) => (keyAlias === undefined ? [] : [keyAlias]));
  return [
    {
      Sid: 'OwnKeys',
      Effect: 'Allow',
      Action: [...new Set(actions)].sort(),
      Resource: keysOf(first),
      Condition: allOf(withAlias(aliases), throughService(stores)),
    },
  ];
}
