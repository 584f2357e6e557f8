interface Result {
  readonly Groups: readonly unknown[];
}

/** One page of results: so many groups, over as many periods as they reach. A period without groups counts as one. */
export function resultPage<Each extends Result>(
  results: readonly Each[],
  from: number,
  size: number,
): { readonly page: Each[]; readonly next: number | undefined } {
  const page: Each[] = [];
  let at = 0;
  for (const result of results) {
    const length = Math.max(1, result.Groups.length);
    const first = Math.max(0, from - at);
    const last = Math.min(length, from + size - at);
    if (first < last) page.push({ ...result, Groups: result.Groups.slice(first, last) });
    at += length;
  }
  return { page, next: from + size < at ? from + size : undefined };
}
