import stringWidth from 'string-width';
import { terminalWidth } from './terminal.ts';

/** A line that fits into the width, broken between words; what follows is two further in. A longer word stays whole. */
export function wrapped(line: string, width: number = terminalWidth()): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.slice(indent.length).split(' ')) {
    const longer = current === '' ? `${lines.length === 0 ? indent : `${indent}  `}${word}` : `${current} ${word}`;
    if (current !== '' && stringWidth(longer) > width) {
      lines.push(current);
      current = `${indent}  ${word}`;
    } else {
      current = longer;
    }
  }
  return [...lines, current].join('\n');
}
