import { matchesExactly, matchesPattern } from './matches-pattern.ts';

test.each([
  ['s3:Get*', 's3:GetObject', true, true],
  ['s3:get*', 's3:GetObject', true, false],
  ['arn:aws:s3:::logs/?/x', 'arn:aws:s3:::logs/a/x', true, true],
  ['arn:aws:s3:::logs/?/x', 'arn:aws:s3:::logs/ab/x', false, false],
  ['arn:aws:s3:::Logs/*', 'arn:aws:s3:::logs/a', true, false],
  ['a.c', 'abc', false, false],
  ['*', 'anything', true, true],
])('%s is a pattern of %s: %s, and with case: %s', (pattern, text, anyCase, exactly) => {
  expect(matchesPattern(pattern, text)).toBe(anyCase);
  expect(matchesExactly(pattern, text)).toBe(exactly);
});
