const signals = ['SIGINT', 'SIGTERM'] as const;

/** Holds Ctrl-C back while short work goes on, so that it is never left half done; then it takes its course. */
export async function uninterrupted<Result>(work: () => Promise<Result>): Promise<Result> {
  const received: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals) => received.push(signal);
  for (const signal of signals) process.on(signal, hold);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, hold);
    const [first] = received;
    if (first !== undefined) process.kill(process.pid, first);
  }
}
