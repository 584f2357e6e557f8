import { matchesPatterns } from './matching.ts';

test.each([
  [undefined, 'anything', true],
  ['bulkhead/*', 'bulkhead/deployer', true],
  ['bulkhead/*', 'web', false],
  [['web', 'bulkhead/*'], 'web', true],
  ['!bulkhead/*', 'web', true],
  ['!bulkhead/*', 'bulkhead/deployer', false],
  [['*', '!web'], 'web', false],
  [['bulkhead/*', '!*/controller'], 'bulkhead/controller', false],
  ['a.b', 'axb', false],
  ['m?.large', 'm5.large', true],
])('%j matches %s: %s', (patterns, text, matches) => {
  expect(matchesPatterns(patterns, text)).toBe(matches);
});
