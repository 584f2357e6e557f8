/** One request that arrived, whatever became of it. */
export interface CallRecord {
  /** `servicequotas:ListServiceQuotas`. */
  readonly operation: string;
  /** The caller's account; undefined where the key stands for nobody. */
  readonly accountId: string | undefined;
  readonly region: string;
  /** The world's time, ISO 8601. */
  readonly time: string;
  /** `ok`, the code of a refusal, or the fault that happened to it. */
  outcome: string;
}

/** What was called so far. */
export interface CallLog {
  readonly records: readonly CallRecord[];
  /** Answers that AWS bills for: each page of Cost Explorer. */
  readonly billedPages: number;
  add(record: CallRecord): CallRecord;
  bill(): void;
  /** Calls by operation. */
  counts(): Readonly<Record<string, number>>;
  clear(): void;
}

export function openCallLog(): CallLog {
  const records: CallRecord[] = [];
  let billedPages = 0;
  return {
    records,
    get billedPages() {
      return billedPages;
    },
    add(record) {
      records.push(record);
      return record;
    },
    bill() {
      billedPages += 1;
    },
    counts() {
      const counts = new Map<string, number>();
      for (const { operation } of records) counts.set(operation, (counts.get(operation) ?? 0) + 1);
      return Object.fromEntries(counts);
    },
    clear() {
      records.length = 0;
      billedPages = 0;
    },
  };
}
