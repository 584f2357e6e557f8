import { allow, ids } from '../small-organization.fixture.ts';
import { type Asked, type Stacks, ask, worldOf } from './ask.fixture.ts';
import {
  web,
  orders,
  open,
  reads,
  getFromProd,
  get,
  outsider,
  openToAll,
  deny,
  noS3,
  perimeter,
} from './cases.fixture.ts';
import type { Decision } from './question.ts';

test.each<{ title: string; stacks: Stacks; asked: Asked; decision: Decision; by: readonly string[] }>([
  {
    title: 'a policy of its own allows a role its account',
    stacks: { dev: web(allow('s3:*')) },
    asked: get,
    decision: 'allowed',
    by: ['Allow'],
  },
  {
    title: 'what nothing allows is denied',
    stacks: { dev: web(allow('sqs:*')) },
    asked: get,
    decision: 'denied',
    by: [],
  },
  {
    title: 'a denial wins',
    stacks: { dev: web(allow('s3:*'), { ...allow('s3:Get*'), Sid: 'No', Effect: 'Deny' }) },
    asked: get,
    decision: 'denied',
    by: ['No'],
  },
  {
    title: 'across accounts both sides allow',
    stacks: { dev: web(reads), prod: orders(open) },
    asked: getFromProd,
    decision: 'allowed',
    by: ['Allow', 'Allow'],
  },
  {
    title: 'across accounts the resource alone does not',
    stacks: { dev: web(allow('sqs:*')), prod: orders(open) },
    asked: getFromProd,
    decision: 'denied',
    by: [],
  },
  {
    title: 'across accounts the principal alone does not',
    stacks: { dev: web(reads), prod: orders() },
    asked: getFromProd,
    decision: 'denied',
    by: [],
  },
  {
    title: 'a guardrail binds whoever is administrator',
    stacks: { organization: noS3 },
    asked: { ...get, who: 'dev/any-administrator' },
    decision: 'denied',
    by: ['Wall'],
  },
  {
    title: 'a guardrail binds the root user',
    stacks: { organization: noS3 },
    asked: { ...get, who: 'dev/root' },
    decision: 'denied',
    by: ['Wall'],
  },
  {
    title: 'no guardrail binds the management account',
    stacks: { organization: noS3 },
    asked: { who: 'management/any-administrator', action: 's3:GetObject', resource: 'management/any-object' },
    decision: 'allowed',
    by: ['statement 1'],
  },
  {
    title: 'a guardrail of one account leaves the others alone',
    stacks: { organization: deny('SERVICE_CONTROL_POLICY', allow('s3:*'), ids.prod) },
    asked: { ...get, who: 'dev/any-administrator' },
    decision: 'allowed',
    by: ['statement 1'],
  },
  {
    title: 'an open bucket is open to strangers',
    stacks: { prod: openToAll },
    asked: outsider,
    decision: 'allowed',
    by: ['statement 1', 'Allow'],
  },
  {
    title: 'an open bucket is open without a signature',
    stacks: { prod: openToAll },
    asked: { ...outsider, who: 'anonymous' },
    decision: 'allowed',
    by: ['Allow'],
  },
  {
    title: 'a resource control policy shuts it to strangers',
    stacks: { organization: perimeter, prod: openToAll },
    asked: outsider,
    decision: 'denied',
    by: ['Wall'],
  },
  {
    title: 'a resource control policy leaves members in',
    stacks: { organization: perimeter, dev: web(reads), prod: openToAll },
    asked: getFromProd,
    decision: 'allowed',
    by: ['Allow', 'Allow'],
  },
])('$title', async ({ stacks, asked, decision, by }) => {
  const answer = await ask(worldOf(stacks), asked);
  expect([answer.decision, answer.by.map(({ origin }) => origin.sid)]).toEqual([decision, by]);
});
