import { wrapped } from './wrapped.ts';

test.each([
  ['a line that fits', 20, 'a line that fits'],
  ['a line that does not fit', 12, 'a line that\n  does not\n  fit'],
  ['  an indented line', 12, '  an\n    indented\n    line'],
  ['a arn:aws:iam::000000000011:role b', 12, 'a\n  arn:aws:iam::000000000011:role\n  b'],
  ['', 12, ''],
])('%j fits into %i characters between words', (line, width, text) => {
  expect(wrapped(line, width)).toBe(text);
});
