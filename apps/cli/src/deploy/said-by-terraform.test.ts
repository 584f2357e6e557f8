import { validationsIn } from './said-by-terraform.ts';

test('what stacks find wrong with themselves is told without the program and its lines', () => {
  const said = [
    '/organization/node_modules/cdktf/lib/terraform-stack.js:330',
    '    throw new Error(',
    'Error: Validation failed with the following errors:',
    '  [example-identity] policies of group on-call in example-identity have 5,300 characters, AWS takes 5,120',
    '  [example-identity/user] a second one',
    '',
    '    at stackValidationFailure (/organization/node_modules/cdktf/lib/errors.js:10:12)',
  ].join('\n');
  expect(validationsIn(said)).toEqual([
    'policies of group on-call in example-identity have 5,300 characters, AWS takes 5,120',
    'a second one',
  ]);
});

test('a program that fails otherwise has said nothing about its stacks', () => {
  expect(validationsIn('TypeError: no\n  [as call]')).toEqual([]);
});
