import type { AccessPromise } from '../promises/promise.ts';
import { allow } from '../small-organization.fixture.ts';
import { isProved, judgeMutants } from './judge-mutants.ts';
import { mutantsOfStatement } from './mutants-of.ts';
import { renderMutants } from './render-mutants.ts';
import type { MutantResult } from './run-mutants.ts';
import { whyItStays } from './why-it-stays.ts';

const promise: AccessPromise = {
  sentence: 'nobody touches queues',
  of: 'walls',
  who: { kinds: ['any-administrator'] },
  does: { actions: ['sqs:PurgeQueue'] },
  to: { kinds: ['queue'] },
  expected: 'denied',
};
const others = [
  { ...promise, sentence: 'nobody empties them' },
  { ...promise, sentence: 'nobody fills them', stays: 'people ask for it' },
] as const;

/** A mutant of the statement with that Sid, and who notices it. */
const dropped = (sid: string, killedBy: readonly AccessPromise[]): readonly MutantResult[] =>
  mutantsOfStatement({
    key: sid,
    origin: { stack: 'dev', address: 'a', sid },
    document: { ...allow('sqs:*'), Effect: 'Deny' },
  }).map((mutant) => ({ mutant, killedBy }));

const fallen = Array.from({ length: 19 }, (_, index) => dropped(`S${index}`, [promise])).flat();
const second = { statement: 'dev a (Second)', change: 'drop', why: 'another statement denies it' };
const alive = dropped('Second', []);

test('95 of 100 have to fall, and those that live have to have a reason', () => {
  expect(isProved(judgeMutants([...fallen, ...alive], [promise], [second]))).toBe(true);
  expect(isProved(judgeMutants([...fallen, ...alive], [promise], []))).toBe(false);
  expect(isProved(judgeMutants([...fallen.slice(1), ...alive], [promise], [second]))).toBe(false);
});

test('a reason that no mutant needs any more has to go', () => {
  const judgement = judgeMutants(fallen, [promise], [second]);
  expect(isProved(judgement)).toBe(false);
  expect(renderMutants(judgement)).toContain('no mutant needs this reason to live, take it out: dev a (Second): drop');
});

test('a reason that also covers a mutant that falls has to say less', () => {
  const judgement = judgeMutants([...fallen, ...alive], [promise], [{ ...second, statement: 'dev a (*)' }]);
  expect(isProved(judgement)).toBe(false);
  expect(judgement.excused).toHaveLength(19);
  expect(renderMutants(judgement)).toContain(
    'a reason lets it live, and a promise notices it, say less: dev a (S0): drop',
  );
});

test('a promise that is never the only one to notice says why it stays, or the run fails', () => {
  const judgement = judgeMutants(fallen, [promise, ...others], []);
  expect(renderMutants(judgement).split('\n')).toEqual([
    '19 of 19 mutants fell (100.0%)',
    'never the only one to notice, and does not say why it stays: nobody empties them',
    'never the only one to notice: nobody fills them (people ask for it)',
    '',
  ]);
  expect(isProved(judgement)).toBe(false);
  expect(isProved(judgeMutants(fallen, [promise, others[1]], []))).toBe(true);
});

test.each<[string, Partial<AccessPromise>, RegExp]>([
  ['what has to work', { expected: 'allowed' }, /what has to work/],
  ['what holds without guardrails', { unguarded: true }, /before guardrails/],
  ['what follows whom somebody becomes', { throughOthers: true }, /whom somebody becomes/],
  ['what asks about a class of actions', { does: 'network' }, /whole classes/],
  ['what is about a side that lets everybody in', { to: { kinds: ['open-queue'] } }, /lets everybody in/],
  ['what names somebody', { of: 'readers' }, /one sender/],
  ['what holds whatever somebody is allowed', { who: { kinds: ['role', 'unlimited'] } }, /allowed besides/],
])('a family of promises has one reason: %s', (_, change, why) => {
  expect(whyItStays({ ...promise, ...change })).toMatch(why);
  expect(whyItStays(promise)).toBeUndefined();
});
