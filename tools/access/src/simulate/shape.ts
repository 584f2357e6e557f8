import type { Context, Principal, Resource } from '../world/world.ts';
import type { Layers } from './layers.ts';
import type { Question } from './question.ts';
import type { ReducedStatement } from './reduced-statement.ts';

/** A question as far as it is open, without names and the numbers of the accounts that it is about. */
export interface Shape {
  /** Two questions with the same text have the same verdict, numbers apart. */
  readonly text: string;
  /** Takes the numbers out of a text of the verdict. */
  readonly generalize: (text: string) => string;
  /** Puts them in again. */
  readonly specialize: (text: string) => string;
}

/** A pattern that spells a part of a number would match one account and not the other. */
const spellsPartOfNumber = /\d[*?]|[*?]\d/;

const names = { principal: '<account of the principal>', resource: '<account of the resource>' } as const;

/**
 * The shape of a question. Who asks and what about has no say any more, once it is known which statements are about them:
 * only of which kind they are. Policies compare the number of an account with numbers and never look into one, so a verdict
 * stays the same when two accounts swap theirs.
 */
export function shapeOf(
  { principal, action, resource }: Question,
  layers: Layers<ReducedStatement>,
  context: Context,
): Shape {
  const principalAccountId = principal.account?.id;
  const resourceAccountId = resource.account.id;
  // a key that is known to be missing stands in no value
  const known =
    Object.keys(context).length === 0 ? '' : `${Object.keys(context).sort().join(' ')} ${JSON.stringify(context)}`;
  const written = [action, kindOfPrincipal(principal), kindOfResource(resource), known, ...layerTexts(layers)].join(
    '\n',
  );
  if (spellsPartOfNumber.test(written)) return { text: written, generalize: same, specialize: same };
  const generalize = (text: string) => {
    const withoutResource = text.replaceAll(resourceAccountId, names.resource);
    return principalAccountId === undefined || principalAccountId === resourceAccountId
      ? withoutResource
      : withoutResource.replaceAll(principalAccountId, names.principal);
  };
  const specialize = (text: string) =>
    text.replaceAll(names.resource, resourceAccountId).replaceAll(names.principal, principalAccountId ?? '');
  // its own account or another one: that is a part of the shape
  const relation = principalAccountId === resourceAccountId ? 'own' : 'other';
  return { text: `${relation} ${generalize(written)}`, generalize, specialize };
}

const same = (text: string) => text;

const layerTexts = ({ identity, boundary, resource, serviceControl, resourceControl }: Layers<ReducedStatement>) => [
  ...[identity, boundary, resource].map((each) => (each ? textOf(each) : 'none')),
  ...[serviceControl, resourceControl].map((levels) => levels.map(textOf).join('/')),
];

const textOf = (statements: readonly ReducedStatement[]) => statements.map(({ text }) => text).join(';');

/** What AWS tells apart of those who ask, beside what policies say of them. */
const kindOfPrincipal = ({ arn }: Principal) => /^arn:aws:iam::\d{12}:(role\/|user\/|root$)/.exec(arn)?.[1] ?? arn;

const kinds = new WeakMap<Resource, string>();

/** What AWS tells apart of resources, beside what policies say of them: what its data knows them as, and what it reserves. */
function kindOfResource(resource: Resource): string {
  const { arn, kind } = resource;
  let text = kinds.get(resource);
  if (text === undefined) {
    const [, partition = '', service = '', , accountId = ''] = arn.split(':');
    const isReserved = arn.includes(':role/aws-reserved/');
    text = arn.includes('*') ? `${kind} ${arn}` : [kind, partition, service, accountId, isReserved].join(' ');
    kinds.set(resource, text);
  }
  return text;
}
