/** HTML that may stand in a page as it is. Made by `markup`, which escapes what it is given. */
export interface Markup {
  readonly html: string;
}

type Insert = string | Markup | readonly Markup[];

/** A template whose texts are escaped, so that no name in a bill can become part of the page's code. */
export function markup(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  const parts = strings.map((string, index) => string + insertHtml(inserts[index] ?? ''));
  return { html: parts.join('') };
}

/** HTML whose texts are escaped already. */
export function escapedMarkup(html: string): Markup {
  return { html };
}

export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Control characters are not allowed in HTML and confuse charts; white space stays, on one line. */
export function withoutControls(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\uFFFD');
}

function insertHtml(insert: Insert): string {
  if (typeof insert === 'string') return escapeHtml(insert);
  return 'html' in insert ? insert.html : insert.map(({ html }) => html).join('\n');
}
