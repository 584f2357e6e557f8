/** The time of the world, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Moves time forward; a negative number moves it back. */
  advance(milliseconds: number): void;
  /** Makes it that moment now. */
  set(moment: Date): void;
}

/**
 * A clock that runs with the machine's and can be moved.
 *
 * @param start Where it stands at first; by default where the machine's stands.
 */
export function movableClock(start?: Date): Clock {
  const machine = () => Date.now();
  let offset = start ? start.getTime() - machine() : 0;
  return {
    now: () => machine() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    set: (moment) => {
      offset = moment.getTime() - machine();
    },
  };
}
