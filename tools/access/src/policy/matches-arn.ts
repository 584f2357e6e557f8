/** An ARN of one thing, its fields in small letters as AWS writes them: `arn:aws:s3:::orders/1`. */
const plainArn = /^arn(?::[a-z0-9-]*){4}:[^*]+$/;

/** A pattern whose fields are told apart by its text. */
const plainPattern = /^arn:((?:[a-z0-9*?-]*:){4})([^$]+)$/;

/** Whether patterns can be compared with it by text alone. */
export const isPlainArn = (arn: string): boolean => plainArn.test(arn);

/** Whether a statement's Resource can be compared with a plain ARN by text alone; a variable is filled by the request. */
export const isPlainPattern = (pattern: string): boolean => pattern === '*' || plainPattern.test(pattern);

const expressions = new Map<string, RegExp>();

/**
 * Whether a plain ARN matches a plain pattern: no wildcard spans fields, and what stands before the name, such as `role/`,
 * has none. Source: IAM User Guide, incorrect wildcard usage in ARNs.
 */
export function matchesArn(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  let expression = expressions.get(pattern);
  if (!expression) expressions.set(pattern, (expression = expressionOf(pattern)));
  return expression.test(arn);
}

function expressionOf(pattern: string): RegExp {
  const [, fields = '', resource = ''] = plainPattern.exec(pattern) ?? [];
  const type = isOfS3.test(fields) ? '' : (/^[^/:]*[/:]/.exec(resource)?.[0] ?? '');
  const name = resource.slice(type.length);
  return new RegExp(`^arn:${withWildcards(fields, '[^:]')}${literal(type)}${withWildcards(name, '.')}$`, 's');
}

/** S3 names buckets and objects without a type. */
const isOfS3 = /^[^:]*:s3:::$/;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const withWildcards = (text: string, any: string) =>
  text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('?', any)
    .replaceAll('*', `${any}*`);
