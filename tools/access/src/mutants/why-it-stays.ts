import type { AccessPromise } from '../promises/promise.ts';
import type { Sentence } from '../promises/sentences.ts';

interface Family {
  readonly includes: (promise: AccessPromise) => boolean;
  readonly why: string;
}

/** Promises that other ones cover, by what they are for: the first that fits. */
const families: readonly Family[] = [
  {
    includes: ({ expected }) => expected === 'allowed',
    why: 'it tells what has to work: it falls where somebody forbids too much, and nearly all mutants allow more',
  },
  {
    includes: ({ unguarded }) => unguarded === true,
    why: 'it holds before guardrails are attached, and where one is taken away: one statement less is noticed with them too',
  },
  {
    includes: ({ does, throughOthers }) => does === 'become' || throughOthers === true,
    why: 'it follows whom somebody becomes: it falls where several statements open a way that none opens alone',
  },
  {
    includes: ({ does }) => typeof does === 'string' || Array.isArray(does),
    why: 'it asks about whole classes of actions: also about statements that nobody has written yet',
  },
  {
    includes: ({ who: { kinds } }) => kinds.some((kind) => kind === 'unlimited' || kind === 'empowered'),
    why: 'it holds whatever somebody is allowed besides: it falls where another policy is made wrong at the same time',
  },
  {
    includes: ({ does, to }) => kindsAsked(does, to.kinds).every((kind) => kind.startsWith('open')),
    why: 'it asks where the other side lets everybody in: it falls where that side is made wrong at the same time',
  },
];

/** Kinds of resources that a promise names; a made-up one where it leaves them open. */
function kindsAsked(does: AccessPromise['does'], kinds: readonly string[] = ['any']): readonly string[] {
  return typeof does === 'object' && 'on' in does ? Object.keys(does.on) : kinds;
}

/** Promises that name somebody or something, by their sentence: what the wider promises are that notice the same. */
const named: Partial<Readonly<Record<Sentence, string>>> = {
  ...bySentence(
    ['organization', 'not-public', 'regions', 'platform', 'limits', 'break-glass'],
    'it names what a guardrail is for: promises about classes of actions notice the same statement, not what it is for',
  ),
  ...bySentence(
    ['spend', 'controller', 'management', 'pipelines', 'sign-in-modes'],
    'it names who is let in: promises about strangers, and about whom somebody becomes, notice the same trust',
  ),
  ...bySentence(
    ['own-password', 'iam-changes', 'delivery-administrators'],
    'it asks what people can do as they are: the same question with everything allowed besides notices the statement first',
  ),
  ...bySentence(
    ['state', 'artifacts', 'declared'],
    'two policies keep it, on the side of who asks and of what is asked about: each has a promise, and this is about both',
  ),
  ...bySentence(
    ['flows-in', 'readers', 'unmodified'],
    'it names one sender, reader or bucket: promises about all of them notice the same statements',
  ),
};

function bySentence(sentences: readonly Sentence[], why: string): Partial<Record<Sentence, string>> {
  return Object.fromEntries(sentences.map((each) => [each, why]));
}

/** Why a promise stays that is never the only one to notice a mutant; undefined where it does not say so. */
export const whyItStays = (promise: AccessPromise): string | undefined =>
  promise.stays ?? families.find(({ includes }) => includes(promise))?.why ?? named[promise.of];
