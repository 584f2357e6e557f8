/**
 * Why a definition's module can't be loaded, in a line: what the loader and the compiled code add is left out.
 *
 * @param cause What was thrown while it was loaded.
 * @param file Its path, absolute.
 */
export function moduleProblem(cause: unknown, file: string): string {
  if (!(cause instanceof Error)) return String(cause);
  const [first = ''] = cause.message.split('\n');
  const problem = first
    .replace(/^ParseError: /, '')
    // a compiled import is called like this
    .replace(/\(0 ?, \w+\.(\w+)\)/g, '$1')
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
    .trim()
    .replace(/\.$/, '');
  const line = lineIn(cause.message, file) ?? lineIn(cause.stack ?? '', file);
  return line === undefined ? problem : `line ${line}: ${problem}`;
}

// The loader keeps lines; its columns are those of the compiled code.
function lineIn(text: string, file: string): string | undefined {
  const at = text.indexOf(`${file}:`);
  return at < 0 ? undefined : /^\d+/.exec(text.slice(at + file.length + 1))?.[0];
}
