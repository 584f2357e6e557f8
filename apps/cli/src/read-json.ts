import { readFile } from 'node:fs/promises';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { shownPath } from './shown-path.ts';
import { UserError } from './user-error.ts';

/**
 * Reads a JSON file.
 *
 * @throws UserError that says at which line and column it stops being JSON
 */
export async function readJson(file: string): Promise<unknown> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError(`${shownPath(file)} is no JSON: ${placeOfError(text)}`, { cause });
  }
}

// What JSON.parse says of the place differs between versions of Node, and sometimes it says nothing.
function placeOfError(text: string): string {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const [first] = errors;
  const offset = first?.offset ?? text.length;
  const before = text.slice(0, offset).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  const cutOff = first === undefined || errors.some((error) => error.offset >= text.trimEnd().length);
  if (cutOff) return `${place}: it ends too early, the file may be cut off`;
  return `${place}: ${words(printParseErrorCode(first.error))}`;
}

/** `CloseBraceExpected` as `close brace expected`. */
const words = (code: string) => code.replace(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();
