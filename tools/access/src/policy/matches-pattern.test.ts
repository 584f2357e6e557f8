import { matchesPattern } from './matches-pattern.ts';

test.each([
  ['s3:Get*', 's3:GetObject', true],
  ['s3:get*', 's3:GetObject', true],
  ['arn:aws:s3:::logs/?/x', 'arn:aws:s3:::logs/a/x', true],
  ['arn:aws:s3:::logs/?/x', 'arn:aws:s3:::logs/ab/x', false],
  ['arn:aws:s3:::Logs/*', 'arn:aws:s3:::logs/a', true],
  ['a.c', 'abc', false],
  ['*', 'anything', true],
])('%s is a pattern of %s: %s', (pattern, text, anyCase) => {
  expect(matchesPattern(pattern, text)).toBe(anyCase);
});
