/** Today, in tests of commands that look at what has ended: the example ends some day, its tests don't. */
export const dayOfTests = '2026-11-24';
