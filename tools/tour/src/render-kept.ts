import type { LocalAws } from '@bulkhead/local-aws';

/** What a person needs in another terminal while the AWS of the tour goes on. */
export function renderKept({ environment, url }: Pick<LocalAws, 'environment' | 'url'>): string {
  const lines = Object.entries(environment).map(([name, value]) => `export ${name}=${value}`);
  return `\nThe AWS of this tour goes on at ${url}; end it with Ctrl-C. In another terminal:\n\n${lines.join('\n')}\n`;
}
