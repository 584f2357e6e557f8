import { foldStatements } from './fold-statements.ts';
import type { Condition, Statement } from './policy.ts';

interface Parts {
  readonly sid?: string;
  readonly condition?: Condition;
}

const deny = (actions: string, resources = '*', { sid = 'A', condition }: Parts = {}): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  Action: actions.split(' '),
  Resource: resources.split(' '),
  ...(condition && { Condition: condition }),
});
const not = (actions: string, resources = '*'): Statement => ({
  Sid: 'N',
  Effect: 'Deny',
  NotAction: actions.split(' '),
  Resource: resources.split(' '),
});
const inDublin: Condition = { StringEquals: { 'aws:RequestedRegion': ['eu-west-1'] } };
const inParis: Condition = { StringEquals: { 'aws:RequestedRegion': ['eu-west-3'] } };

test.each<readonly [rule: string, given: readonly Statement[], folded: readonly Statement[]]>([
  ['an equal statement stands once', [deny('a:A'), deny('a:A')], [deny('a:A')]],
  ['lists are sorted and hold nothing twice', [deny('b:B a:A b:B', 'y x y')], [deny('a:A b:B', 'x y')]],
  ['actions on the same resources become one list', [deny('b:B'), deny('a:A')], [deny('a:A b:B')]],
  ['resources of the same actions become one list', [deny('a:A', 'y'), deny('a:A', 'x')], [deny('a:A', 'x y')]],
  [
    'a join can make another one possible',
    [deny('a:A', 'x'), deny('b:B', 'x'), deny('a:A b:B', 'y')],
    [deny('a:A b:B', 'x y')],
  ],
  ['what differs in both stays apart', [deny('a:A', 'x'), deny('b:B', 'y')], [deny('a:A', 'x'), deny('b:B', 'y')]],
  [
    'a joined statement names both',
    [deny('b:B', '*', { sid: 'Y' }), deny('a:A', '*', { sid: 'X' })],
    [deny('a:A b:B', '*', { sid: 'XY' })],
  ],
  [
    'what holds under one condition does not hold under another',
    [deny('a:A', '*', { condition: inDublin }), deny('b:B', '*', { condition: inParis })],
    [deny('a:A', '*', { condition: inDublin }), deny('b:B', '*', { condition: inParis })],
  ],
  [
    'what holds always does not become conditional',
    [deny('a:A'), deny('b:B', '*', { condition: inDublin })],
    [deny('a:A'), deny('b:B', '*', { condition: inDublin })],
  ],
  [
    'a condition written in another order is the same condition',
    [
      deny('a:A', '*', { condition: { StringEquals: { k: ['2', '1'] }, Null: { n: ['true'] } } }),
      deny('b:B', '*', { condition: { Null: { n: ['true'] }, StringEquals: { k: ['1', '2'] } } }),
    ],
    [deny('a:A b:B', '*', { condition: { Null: { n: ['true'] }, StringEquals: { k: ['1', '2'] } } })],
  ],
  ['all but a and all but b are never all but both', [not('a:*'), not('b:*')], [not('a:*'), not('b:*')]],
  ['all but a on two resources is one statement', [not('a:*', 'x'), not('a:*', 'y')], [not('a:*', 'x y')]],
  ['an action and all but that action stay apart', [deny('a:A'), not('a:A')], [deny('a:A'), not('a:A')]],
])('%s', (_rule, given, folded) => {
  expect(foldStatements(given)).toEqual(folded);
});
