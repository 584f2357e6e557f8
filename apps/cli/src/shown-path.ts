import { relative } from 'node:path';

/** A path as a person would type it here. */
export function shownPath(path: string): string {
  const here = relative(process.cwd(), path);
  return here === '' || here.length > path.length ? path : here;
}
