import { SourceError } from '@bulkhead/spend';

/** DuckDB's failure to read billing files, in the words of the person who has the files. */
export function readFailure(files: readonly string[], cause: unknown): SourceError {
  const message = messageOf(cause);
  const file = /^ {2}file = (.*)$/m.exec(message)?.[1] ?? files.find((name) => message.includes(name));
  return new SourceError(`cannot read ${file ?? files.join(', ')}: ${reasonIn(message)}`, { cause });
}

/** What went wrong, of whatever was thrown. */
export function messageOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);
}

/** One error of all that is wrong, each keeping its cause; throws nothing where nothing is. */
export function throwAll(problems: readonly SourceError[]): void {
  const [first, ...more] = problems;
  if (first === undefined) return;
  if (more.length === 0) throw first;
  throw new SourceError(problems.map(({ message }) => message).join('\n'), { cause: new AggregateError(problems) });
}

function reasonIn(message: string): string {
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  const width = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (line !== undefined && width !== null) {
    return `line ${line} has ${width[2] ?? ''} columns, its header ${width[1] ?? ''}; the file may be cut off, fetch it again`;
  }
  if (line !== undefined && message.includes('unterminated quote')) {
    return `a quote opened on line ${line} never closes; the file may be cut off, fetch it again`;
  }
  if (line !== undefined && message.includes('not utf-8')) {
    return `line ${line} is not UTF-8; save the file as UTF-8`;
  }
  if (/magic bytes|too small to be a Parquet/i.test(message)) {
    return 'it is no complete Parquet file; it may be cut off, fetch it again';
  }
  const first = message.split('\n', 1)[0] ?? message;
  return first
    .replace(/^[A-Z][\w ]*Error: /, '')
    .replace(/\.$/, '')
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
