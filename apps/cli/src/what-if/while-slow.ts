import type { TerminalProgress } from '../progress.ts';

/** Tells that work goes on once it has taken longer than two seconds; shorter work is done in silence. */
export async function whileSlow<Result>(
  what: string,
  progress: TerminalProgress,
  work: () => Promise<Result>,
): Promise<Result> {
  const shown: { started: boolean } = { started: false };
  const timer = setTimeout(() => {
    shown.started = true;
    progress.start(what);
  }, 2_000);
  try {
    const result = await work();
    if (shown.started) progress.done(what);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
