import { placeOf } from '../policy/policy.ts';
import { type ExplainedPath, type PathsResult, isDeclared, unexplained } from './check-paths.ts';

/** Unexplained paths of one statement that are printed; more of the same help nobody. */
const shown = 5;

/** A path for scripts. */
export interface PathRow {
  readonly from: string;
  readonly to: string;
  readonly action: string;
  readonly decision: string;
  /** Name of the grant, or the platform's sentence; null where nobody declared it. */
  readonly because: string | null;
  readonly statements: readonly string[];
}

export const pathRows = ({ paths }: PathsResult): readonly PathRow[] =>
  paths.map((path) => ({
    from: path.question.principal.name,
    to: path.question.resource.name,
    action: path.question.action,
    decision: path.answer.decision,
    because: becauseOf(path) ?? null,
    statements: path.answer.by.map(placeOf),
  }));

/** `5787 ways between accounts are declared`, or which statement opens one that is not. */
export function renderPaths(result: PathsResult): string {
  const open = unexplained(result);
  const broken = [
    ...[...groupBy(open, openedBy)].flatMap(([statement, paths]) => [
      `nobody declared what this opens: ${statement}`,
      ...strangersFirst(paths)
        .slice(0, shown)
        .map((each) => `  ${described(each)}`),
      ...(paths.length > shown ? [`  and ${paths.length - shown} more`] : []),
    ]),
    ...result.unmade.map(({ grant, because }) => `grant ${grant.name} is declared, but ${because}`),
  ];
  const declared = result.paths.length - open.length;
  const held = `${declared} ways between accounts are declared or the platform's own (${result.questions} questions)`;
  if (isDeclared(result)) return `${held}\n`;
  return [
    ...broken,
    `${held}, ${open.length} are not, ${result.unmade.length} grants do not do what they say`,
    '',
  ].join('\n');
}

/** Every explanation with what it explains: `role → resource: actions`, alike accounts of the platform counted only. */
export function renderExplanations({ paths }: PathsResult): string {
  const explained = paths.filter(({ explanation }) => explanation !== undefined);
  return [...groupBy(explained, (each) => becauseOf(each) ?? '')]
    .map(([because, each]) => {
      const ways = groupBy(each, ({ question: { principal, resource } }) => `${principal.name} → ${resource.name}`);
      const lines = [...ways].map(
        ([way, some]) => `  ${way}: ${[...new Set(some.map(({ question }) => question.action))].join(', ')}`,
      );
      const isGrant = each[0]?.explanation?.by === 'grant';
      return [because, ...(isGrant ? lines : [`  ${each.length} of ${ways.size} pairs`]), ''].join('\n');
    })
    .join('');
}

/** The worst first: whoever needs no account at all. */
const strangersFirst = (paths: readonly ExplainedPath[]): readonly ExplainedPath[] => {
  const kinds = ['anonymous', 'outsider', 'trusted', 'service', 'federated'];
  const rank = ({ question: { principal } }: ExplainedPath) => [...kinds, principal.kind].indexOf(principal.kind);
  return [...paths].sort((a, b) => rank(a) - rank(b));
};

function becauseOf({ explanation }: ExplainedPath): string | undefined {
  if (explanation === undefined) return undefined;
  return explanation.by === 'platform' ? explanation.path.sentence : `grant ${explanation.grant.name}`;
}

/** The statement on the resource's side, which is where somebody let others in. */
const openedBy = ({ answer: { by }, question: { resource } }: ExplainedPath): string => {
  const own = new Set(resource.policies.flatMap(({ statements }) => statements.map(({ key }) => key)));
  return by
    .filter(({ key }) => own.has(key))
    .map(placeOf)
    .join('; ');
};

const described = ({ question: { principal, action, resource }, answer }: ExplainedPath) =>
  `${answer.decision}: ${principal.name} ${action} ${resource.name}`;

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
