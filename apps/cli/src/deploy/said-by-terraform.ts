/** What Terraform counts: `2 to add, 0 to change, 0 to destroy`. */
export function summaryOf(said: string): string {
  const changes = /Plan: ([^\n]*?)\.?\s*$/m.exec(said)?.[1];
  return changes ?? (said.includes('No changes') ? 'no changes' : 'outputs only');
}

/** Terraform's own errors, without what cdktf puts before and after them; the last lines where it printed none. */
export function errorsIn(stack: string, said: string): string {
  const lines = linesOf(stack, said);
  const first = lines.findIndex((line) => line.startsWith('Error:'));
  if (first === -1) return lines.slice(-20).join('\n').trim();
  const errors = lines.slice(first);
  const counts = errors.findIndex((line) => /^\d+ Stacks? deploying/.test(line));
  return errors
    .slice(0, counts === -1 ? 40 : Math.min(counts, 40))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The lines of what cdktf or Terraform printed, without the name of the stack that cdktf puts before each. */
export function linesOf(stack: string, said: string): readonly string[] {
  return said.split('\n').map((line) => line.replace(new RegExp(`^\\s*(${stack})?\\s*`), '').trimEnd());
}

/** What stacks find wrong with themselves when they are synthesized, without where in a program that was. */
export function validationsIn(said: string): readonly string[] {
  const [, after = ''] = said.split('Validation failed with the following errors:');
  return [...after.matchAll(/^\s*\[[^\]]+\] (.+)$/gm)].map(([, problem = '']) => problem);
}
