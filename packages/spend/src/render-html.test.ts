import { exampleAttribution, exampleCharges, exampleMonth } from './__fixtures__/example-charges.ts';
import { reportWithNames } from './__fixtures__/hostile-names.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { renderHtml } from './render-html.ts';
import { reportMonth } from './report-month.ts';
import { reportOfUnit } from './report-of-unit.ts';
import type { SpendReport } from './report.ts';

function exampleReport(settled = true): Promise<SpendReport> {
  const source = inMemoryChargeSource(exampleCharges(), settled ? {} : { settledMonths: [] });
  const attribution = exampleAttribution();
  return reportMonth({ organization: 'acme', month: exampleMonth, metric: 'billed', attribution, source });
}

/** The tag names and attribute names of a page; what is in quotes or between tags is text. */
function tagsOf(html: string): { readonly elements: Set<string>; readonly attributes: Set<string> } {
  const tags = [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)];
  const attributes = tags.flatMap(([, , text = '']) =>
    [...text.matchAll(/([\w:-]+)="[^"]*"/g)].map(([, name]) => name ?? ''),
  );
  return { elements: new Set(tags.map(([, name]) => name ?? '')), attributes: new Set(attributes) };
}

/** What is read: neither the style sheet nor the drawings' code. */
function wordsOf(html: string): string {
  return html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, ' ');
}

const nonsense = /NaN|undefined|null|Infinity|\[object|\de[+-]?\d/;

describe('the page is one file that fetches nothing and runs nothing', () => {
  test('so it has no script, no link, no image and no address but the namespaces of its drawings', async () => {
    const html = renderHtml(await exampleReport());
    const { elements, attributes } = tagsOf(html);
    expect([...elements].filter((name) => /script|link|img|iframe|object|use|image|foreignObject/i.test(name))).toEqual(
      [],
    );
    expect([...attributes].filter((name) => /^on|href|src/i.test(name))).toEqual([]);
    expect(html.replace(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:|@import|url\((?!#)/);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  test('and the same report gives the same bytes, also after other charts were drawn', async () => {
    const first = renderHtml(await exampleReport());
    renderHtml(await reportWithNames('other'));
    expect(renderHtml(await exampleReport())).toBe(first);
  });
});

describe('a name never becomes part of the page’s code', () => {
  const plain = reportWithNames('retail').then((report) => tagsOf(renderHtml(report)));

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style><svg/onload=alert(1)>',
    '<![CDATA[x]]><!--',
    '&lt;script&gt;',
    '{b}{c}%{a|x}',
    '</svg><script>1</script>',
    '$& $1 $<x>',
  ])('%s', async (name) => {
    const html = renderHtml(await reportWithNames(name));
    const { elements, attributes } = tagsOf(html);
    expect([...elements].sort()).toEqual([...(await plain).elements].sort());
    expect([...attributes].sort()).toEqual([...(await plain).attributes].sort());
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<!--');
  });

  test('and names with braces are drawn as they are and not as a template', async () => {
    const drawings = renderHtml(await reportWithNames('{b} {c}')).match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    expect(drawings).toHaveLength(6);
    for (const drawing of drawings.filter((each) => !each.includes('Stacked columns'))) {
      expect(drawing).toMatch(/>{b} {c}( \/ {b} {c})?</);
    }
  });

  test('and control characters are replaced', async () => {
    expect(renderHtml(await reportWithNames('a\u0000b\u001Bc\nd'))).toContain('a\uFFFDb\uFFFDc d');
  });
});

describe('what the page says', () => {
  test('is marked while the month is open, and only then', async () => {
    expect(renderHtml(await exampleReport(false))).toContain('Month still open');
    expect(renderHtml(await exampleReport(true))).not.toContain('Month still open');
  });

  test('has the two totals that reconcile, to the last digit', async () => {
    const report = await exampleReport();
    expect(renderHtml(report)).toContain(`source ${report.total}, report ${report.total}, difference 0 USD`);
  });

  test('names budgets that are exceeded in words and not only in colour', async () => {
    const html = renderHtml(await reportWithNames('retail'));
    expect(html).toContain('200.0% ▲ over');
    expect(html).toContain('▲ over by 5.00');
    expect(html).toContain('1 of 1 budgets exceeded: retail / retail.');
  });

  test('gives every chart a text alternative, a size that scales, and a table with its figures', async () => {
    const html = renderHtml(await exampleReport());
    const drawings = html.match(/<svg[^>]*>/g) ?? [];
    expect(drawings).toHaveLength(6);
    for (const drawing of drawings) {
      expect(drawing).toMatch(/^<svg viewBox="0 0 \d+ \d+" role="img" aria-label="[^"]{40,}" xmlns="[^"]*">$/);
    }
    for (const section of html.match(/<section class="(trend|budgets|services)">[\s\S]*?<\/section>/g) ?? []) {
      expect(section).toContain('<table>');
    }
  });

  test('shows a month without a month before, and without a charge, without inventing figures', async () => {
    const source = inMemoryChargeSource([], { months: ['2026-10'] });
    const attribution = exampleAttribution();
    const html = renderHtml(
      await reportMonth({ organization: 'acme', month: '2026-10', metric: 'list', attribution, source }),
    );
    expect(html).toContain('September 2026 is not in the source');
    expect(html).toContain('No charges in this month.');
    expect(html).toContain('Nothing: every charge belongs to an account of the organization.');
    expect(nonsense.exec(wordsOf(html))).toBeNull();
    expect(/[" ](NaN|undefined|null)/.exec(html)).toBeNull();
  });

  test.each(['0', '-10', '0.000000000000000000000000000001', '123456789012345678901234567890'])(
    'has no nonsense in it when everything costs %s',
    async (cost) => {
      const html = renderHtml(await reportWithNames('retail', cost));
      expect(nonsense.exec(wordsOf(html))).toBeNull();
      expect(/[" ](NaN|undefined|null)/.exec(html)).toBeNull();
    },
  );

  test('of a unit’s report is divided by phase', async () => {
    const html = renderHtml(reportOfUnit(await exampleReport(), 'logistics'));
    expect(html).toContain('Trend by phase');
    expect(html).toContain('acme / logistics, October 2026');
  });
});
