import type { AccessPromise } from '../promises/promise.ts';

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
];

/** Why a promise stays that is never the only one to notice a mutant; undefined where it does not say so. */
export const whyItStays = (promise: AccessPromise): string | undefined =>
  promise.stays ?? families.find(({ includes }) => includes(promise))?.why;
