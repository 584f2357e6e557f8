/** The next number of a stream, in [0, 1). */
export type Random = () => number;

/** FNV-1a, 32 bits: spreads keys that differ in one character. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * A stream of numbers that depends on nothing but its key (mulberry32).
 *
 * Each account and month draws from a stream of its own, so that adding an account changes no other account's charges.
 */
export function randomStream(...key: readonly (string | number)[]): Random {
  let state = hash(key.join('\u0000'));
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number in [`from`, `to`). */
export function between(random: Random, from: number, to: number): number {
  return from + (to - from) * random();
}

/** So many characters of an alphabet. */
export function randomText(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

/** A UUID of version 4's shape. */
export function randomUuid(random: Random): string {
  const hex = randomText(random, '0123456789abcdef', 30);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18)}`;
}
