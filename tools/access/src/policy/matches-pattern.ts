/**
 * Whether a text matches a pattern of IAM: `*` stands for any text, `?` for any character, case doesn't matter.
 *
 * Actions are compared without case by AWS. ARNs are compared with case there; here a pattern that matches too much
 * only leads to a simulation more, which decides.
 */
export const matchesPattern = (pattern: string, text: string): boolean =>
  pattern === '*' || expressionOf(pattern).test(text);

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  let expression = expressions.get(pattern);
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, 'is');
    expressions.set(pattern, expression);
  }
  return expression;
}
