import { fields, items } from './json-values.ts';

/**
 * Ids that AWS chose, by the reference that stands for them: `aws_kms_key.archive.arn`.
 *
 * A stack's own `lock` output says which reference goes where in the lock, so the two are walked together.
 */
export function knownIds(lockOutput: unknown, lock: unknown): ReadonlyMap<string, string> {
  if (typeof lockOutput === 'string') {
    const reference = referenceIn(lockOutput);
    return new Map(reference !== undefined && typeof lock === 'string' ? [[reference, lock]] : []);
  }
  if (Array.isArray(lockOutput)) {
    const locked = items(lock);
    return new Map(lockOutput.flatMap((each, index) => [...knownIds(each, locked[index])]));
  }
  const locked = fields(lock);
  return new Map(Object.entries(fields(lockOutput)).flatMap(([key, each]) => [...knownIds(each, locked[key])]));
}

/** The reference that a text consists of, without its braces; undefined for any other text. */
function referenceIn(text: string): string | undefined {
  return /^\$\{([^{}]+)\}$/.exec(text)?.[1];
}
