import { charge, month, report } from './__fixtures__/small-organization.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import { reportOfUnit } from './report-of-unit.ts';

const footer = (html: string) => /Source: (.*?)\.<\/p>/.exec(html)?.[1];

test.each([
  [[], 'FOCUS, 1,234 rows'],
  [['a.csv'], 'FOCUS, 1 file, 1,234 rows'],
  [['a.csv', 'b.csv'], 'FOCUS, 2 files, 1,234 rows'],
])('a source of the files %j is told as “%s”', async (files, words) => {
  const source = inMemoryChargeSource([charge('1', '1')], { format: 'FOCUS', files, rows: 1234, months: [month] });
  expect(footer(renderHtml(await report([], source)))).toBe(words);
});

describe('where the source names no service at all', () => {
  const made = report([charge('1', '1', { service: null }), charge('2', '2', { service: null })]);

  test('the page says so and draws nothing', async () => {
    for (const each of [await made, reportOfUnit(await made, 'retail')]) {
      const html = renderHtml(each);
      expect(html).toContain('The source does not tell which services these charges are for.');
      expect(html).not.toContain('(no service named)');
      expect(html).not.toContain('Cost by service');
    }
  });

  test('the Markdown says so and has no table', async () => {
    const [, section = ''] = renderMarkdown(await made).split('## Services\n\n');
    expect(section.split('\n\n')[0]).toBe('The source does not tell which services these charges are for.');
  });
});

test('charges without a service stand beside those with one', async () => {
  const made = await report([charge('1', '1', { service: null }), charge('2', '2')]);
  expect(renderHtml(made)).toContain('(no service named)');
  expect(renderMarkdown(made)).toContain('(no service named)');
});

test('without charges nothing is said about services', async () => {
  expect(renderMarkdown(await report([]))).not.toContain('## Services');
});
