/** Asks once per key and gives everybody the same answer; a failure is not kept. */
export function onceBy<Key, Value>(
  keyOf: (key: Key) => string,
  ask: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return async (key) => {
    const name = keyOf(key);
    const answer = answers.get(name) ?? ask(key);
    answers.set(name, answer);
    try {
      return await answer;
    } catch (cause) {
      if (answers.get(name) === answer) answers.delete(name);
      throw cause;
    }
  };
}
