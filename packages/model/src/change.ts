/** A value that is another one afterwards; undefined where there was or will be none. */
export interface Change<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** A property as text that changes. */
export interface PropertyChange<Property extends string = string> extends Change<string> {
  readonly property: Property;
}

/** Properties that differ, in the order in which they stand afterwards, then those that are gone. */
export function changedProperties<Property extends string>(
  before: ReadonlyMap<Property, string>,
  after: ReadonlyMap<Property, string>,
): readonly PropertyChange<Property>[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .filter((property) => before.get(property) !== after.get(property))
    .map((property) => ({ property, before: before.get(property), after: after.get(property) }));
}

/** Somebody gets or loses something. */
export interface Move<Item> {
  readonly item: Item;
  readonly change: 'gains' | 'loses';
}

/** Items that only one of two lists has, told apart by their text: first what is lost, then what is gained. */
export function movesBetween<Item>(
  before: readonly Item[],
  after: readonly Item[],
  textOf: (item: Item) => string,
): readonly Move<Item>[] {
  const only = (list: readonly Item[], other: readonly Item[]) => {
    const known = new Set(other.map(textOf));
    return list.filter((item) => !known.has(textOf(item)));
  };
  return [
    ...only(before, after).map((item) => ({ item, change: 'loses' as const })),
    ...only(after, before).map((item) => ({ item, change: 'gains' as const })),
  ];
}
