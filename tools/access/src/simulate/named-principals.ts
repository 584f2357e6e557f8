import { listOf, type PrincipalElement, type Statement } from '../policy/policy.ts';
import type { Principal } from '../world/world.ts';

/** The part of a statement's Principal that is about one principal. */
export interface NamedPrincipal {
  readonly element: PrincipalElement;
  /** How it is named, not who it is: `AWS account`. */
  readonly text: string;
}

interface Names {
  /** Kinds of names by their texts: `AWS` of `arn:aws:iam::123456789012:root`. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** A session's ARN doesn't say of which role it is, path and all. */
  readonly sessions: readonly string[];
}

const byStatement = new WeakMap<Statement, Names>();

/** How a statement's Principal names somebody; undefined where it doesn't. */
export function namedPrincipal(statement: Statement, { kind, arn }: Principal): NamedPrincipal | undefined {
  let names = byStatement.get(statement);
  if (!names) byStatement.set(statement, (names = namesIn(statement.document.Principal ?? {})));
  const { kinds, sessions } = names;
  const accountId = arn.startsWith('arn:') ? arn.split(':')[4] : undefined;
  const candidates: readonly (readonly [how: string, name: string])[] =
    kind === 'anonymous'
      ? [['anybody', '*']]
      : [
          ['anybody', '*'],
          ...(accountId
            ? ([
                ['account', accountId],
                ['account', `arn:aws:iam::${accountId}:root`],
              ] as const)
            : []),
          ...(arn === `arn:aws:iam::${accountId ?? ''}:root` ? [] : ([['itself', arn]] as const)),
        ];
  const named = candidates.flatMap(([how, name]) => (kinds.get(name) ?? []).map((of) => ({ of, how, name })));
  const open = sessions.map((name) => ({ of: 'AWS', how: `${name} by ${arn}`, name }));
  const all = [...named, ...open];
  if (all.length === 0) return undefined;
  const element: Record<string, readonly string[]> = {};
  for (const { of, name } of all) element[of] = [...(element[of] ?? []), name];
  return { element, text: all.map(({ of, how }) => `${of} ${how}`).join(', ') };
}

function namesIn(element: PrincipalElement): Names {
  const all =
    element === '*'
      ? [['AWS', '*'] as const]
      : Object.entries(element).flatMap(([of, each]) => listOf(each).map((name) => [of, name] as const));
  const kinds = new Map<string, readonly string[]>();
  const sessions: string[] = [];
  for (const [of, name] of all) {
    if (name.includes(':assumed-role/')) sessions.push(name);
    else kinds.set(name, [...(kinds.get(name) ?? []), of]);
  }
  return { kinds, sessions };
}
