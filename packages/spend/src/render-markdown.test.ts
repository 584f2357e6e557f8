import { reportWithNames } from './__fixtures__/hostile-names.ts';
import { renderMarkdown } from './render-markdown.ts';

test.each([
  ['a|b', 'a\\|b'],
  ['a\nb', 'a b'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
  ['[x](http://y)', '\\[x\\](http://y)'],
  ['`code` ~no~', '\\`code\\` \\~no\\~'],
  ['a\\|b', 'a\\\\\\|b'],
  ['a &amp; b', 'a &amp;amp; b'],
])('the name %j is written so that it reads like itself', async (name, written) => {
  const markdown = renderMarkdown(await reportWithNames(name));
  expect(markdown).toContain(`| ${written} | `);
  expect(markdown.split('\n')[0]).toBe(`# Spend of ${written}, October 2026`);
});

test.each(['a|b', 'a\r\n| b |', '|||'])(
  'every row of a table has as many cells as its head, also with the name %j',
  async (name) => {
    const tables = renderMarkdown(await reportWithNames(name))
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(tables.length).toBeGreaterThan(4);
    for (const table of tables) {
      const counts = table
        .trim()
        .split('\n')
        .map((line) => line.replace(/\\./g, '').split('|').length);
      expect(new Set(counts).size).toBe(1);
    }
  },
);
