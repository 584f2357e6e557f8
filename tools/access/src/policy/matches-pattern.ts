/**
 * Whether a text matches a pattern of IAM: `*` stands for any text, `?` for any character, case doesn't matter.
 *
 * Actions are compared without case by AWS. ARNs are compared with case there; here a pattern that matches too much
 * only leads to a simulation more, which decides.
 */
export const matchesPattern = (pattern: string, text: string): boolean =>
  pattern === '*' || expressionOf(pattern, 'is').test(text);

/** The same with case, as S3 compares names of objects. */
export const matchesExactly = (pattern: string, text: string): boolean => expressionOf(pattern, 's').test(text);

const expressions = { is: new Map<string, RegExp>(), s: new Map<string, RegExp>() };

function expressionOf(pattern: string, flags: keyof typeof expressions): RegExp {
  let expression = expressions[flags].get(pattern);
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, flags);
    expressions[flags].set(pattern, expression);
  }
  return expression;
}
