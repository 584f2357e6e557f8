import type { Layers } from './layers.ts';
import { matchesExactly } from '../policy/matches-pattern.ts';
import { listOf, type OneOrMany, type Statement } from '../policy/policy.ts';

const objectArn = /^arn:aws:s3:::[^/]+\/./;

/**
 * Layers with the statements that are about an object of S3, said to be about everything; undefined for other resources and
 * where that can't be told by the text of a statement.
 *
 * A bucket has many objects that policies tell apart, and most policies tell few of them: once it is known which statements
 * are about an object, its name has no say any more, so that objects share a verdict.
 */
export function layersAboutObject(arn: string, layers: Layers): Layers | undefined {
  if (!objectArn.test(arn)) return undefined;
  const all = (levels: readonly (readonly Statement[])[]) => allDefined(levels.map((each) => aboutObject(arn, each)));
  const identity = aboutObject(arn, layers.identity);
  const boundary = layers.boundary && aboutObject(arn, layers.boundary);
  const resource = layers.resource && aboutObject(arn, layers.resource);
  const [serviceControl, resourceControl] = [all(layers.serviceControl), all(layers.resourceControl)];
  if (!identity || !serviceControl || !resourceControl) return undefined;
  if ((layers.boundary && !boundary) || (layers.resource && !resource)) return undefined;
  return { identity, serviceControl, resourceControl, ...(boundary && { boundary }), ...(resource && { resource }) };
}

const allDefined = <Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined => {
  const defined = values.filter((each) => each !== undefined);
  return defined.length === values.length ? defined : undefined;
};

function aboutObject(arn: string, statements: readonly Statement[]): readonly Statement[] | undefined {
  const about: Statement[] = [];
  for (const statement of statements) {
    const { Resource, NotResource, ...rest } = statement.document;
    const patterns = [...listOf(Resource), ...listOf(NotResource)];
    // a variable is filled by the request
    if (JSON.stringify(rest).includes('${') || patterns.some((each) => !isPlain(each))) return undefined;
    const applies = patterns.length === 0 || matches(arn, Resource, NotResource);
    if (applies) about.push({ ...statement, document: { ...rest, Resource: '*' } });
  }
  return about;
}

const isPlain = (pattern: string) => pattern === '*' || (pattern.startsWith('arn:') && !pattern.includes('${'));

const matches = (arn: string, resource: OneOrMany | undefined, notResource: OneOrMany | undefined) =>
  resource === undefined
    ? !listOf(notResource).some((pattern) => matchesExactly(pattern, arn))
    : listOf(resource).some((pattern) => matchesExactly(pattern, arn));

/** An object of the same bucket that stands for those under the same statements. */
export const objectLike = (arn: string): string => `${arn.slice(0, arn.indexOf('/'))}/any`;
