import { escapedMarkup, markup } from './markup.ts';

test.each([
  ['<b>', '&#60;b&#62;'],
  ['a & b', 'a &#38; b'],
  [`"x" 'y'`, '&#34;x&#34; &#39;y&#39;'],
  ['&lt;', '&#38;lt;'],
  ['a\n\tb', 'a b'],
])('the text %j is escaped, between tags and in attributes', (text, escaped) => {
  expect(markup`<p title="${text}">${text}</p>`.html).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('markup inside markup is not escaped again', () => {
  const items = ['<', '>'].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${items}</ul>${escapedMarkup('<hr>')}`.html).toBe('<ul><li>&#60;</li>\n<li>&#62;</li></ul><hr>');
});
