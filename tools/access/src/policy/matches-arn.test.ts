import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { isPlainArn, isPlainPattern, matchesArn } from './matches-arn.ts';

/** Whether the simulator lets somebody in by a statement about that pattern. */
function asSimulated(pattern: string, arn: string): boolean {
  const action = 's3:GetObject';
  const Statement = [{ Effect: 'Allow', Action: action, Resource: pattern }];
  const simulation = {
    request: {
      ...{ principal: 'arn:aws:iam::100000000001:role/anybody', action, contextVariables: {} },
      resource: { resource: arn, accountId: '100000000001' },
    },
    identityPolicies: [{ name: 'identity', policy: { Version: '2012-10-17', Statement } }],
    ...{ serviceControlPolicies: [], resourceControlPolicies: [] },
  };
  return runUnsafeSimulation(simulation, { simulationMode: 'Strict' }) === 'Allowed';
}

const role = 'arn:aws:iam::100000000001:role/bulkhead/web';
const queue = 'arn:aws:sqs:eu-west-1:100000000001:orders';
const group = 'arn:aws:logs:eu-west-1:100000000001:log-group:/web:log-stream:1';
const object = 'arn:aws:s3:::orders/2026/1.txt';

test.each([
  ['*', role, true],
  ['arn:aws:iam::*:role/bulkhead/*', role, true],
  ['arn:aws:iam::*:role/*', role, true],
  ['arn:aws:iam::*:role/*web', role, true],
  ['arn:aws:iam::*:role/Bulkhead/*', role, false],
  ['arn:aws:iam::*:*', role, true],
  ['arn:aws:iam::*:r*/bulkhead/web', role, false],
  ['arn:aws:iam::10000000000?:role/bulkhead/web', role, true],
  ['arn:aws:iam:*:role/bulkhead/web', role, false],
  ['arn:aws:*:*:*:*', queue, true],
  ['arn:aws:sqs:*:*:order?', queue, true],
  ['arn:aws:sqs:*:*:order', queue, false],
  ['arn:aws:sqs:eu-*:100000000002:*', queue, false],
  ['arn:aws:logs:*:*:log-group:/web*', group, true],
  ['arn:aws:logs:*:*:log-group:*:log-stream:?', group, true],
  ['arn:aws:logs:*:*:log*:*', group, false],
  ['arn:aws:s3:::orders/*', object, true],
  ['arn:aws:s3:::ord*', object, true],
  ['arn:aws:s3:::o*/2026/?.txt', object, true],
  ['arn:aws:s3:::orders/2026/?xtxt', object, false],
])('%s is about %s: %s, as the simulator says', (pattern, arn, expected) => {
  const plain = isPlainPattern(pattern) && isPlainArn(arn);
  expect([asSimulated(pattern, arn), plain ? matchesArn(pattern, arn) : expected]).toEqual([expected, expected]);
});

test.each(['arn:aws:iam::*:user/${aws:username}', 'arn:aws:s3*', 'AWS:*', 'arn:AWS:s3:::orders/*'])(
  '%s is left to the simulator',
  (pattern) => {
    expect(isPlainPattern(pattern)).toBe(false);
  },
);

test.each(['*', 'arn:aws:s3:::orders/*', 'arn:aws:s3'])('%s is not compared by its text', (arn) => {
  expect(isPlainArn(arn)).toBe(false);
});
