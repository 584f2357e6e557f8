/** What AWS told, or why it is not known. Unknown is never zero, and nothing is done on it. */
export type Known<Value> =
  { readonly known: true; readonly value: Value } | { readonly known: false; readonly reason: string };

export function known<Value>(value: Value): Known<Value> {
  return { known: true, value };
}

export function unknown(reason: string): Known<never> {
  return { known: false, reason };
}
