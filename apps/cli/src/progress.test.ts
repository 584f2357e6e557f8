import { PassThrough } from 'node:stream';
import { terminalProgress } from './progress.ts';

/** A stream that keeps what is written. A spinner calls the methods of a terminal. */
function openStream(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  });
  stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => written.join('') };
}

test('where nobody watches, each step is a line when it starts and one when it is done', () => {
  const { stream, text } = openStream(false);
  const progress = terminalProgress(stream);
  progress.start('reading');
  progress.done('reading', '3 rows');
  expect(text().replaceAll(/\u001b\[\d+m/g, '')).toBe('  reading …\n  ✓ reading  3 rows\n');
});

test.each([true, false])('what runs when everything stops has failed, on a terminal: %s', (isTTY) => {
  const { stream, text } = openStream(isTTY);
  const progress = terminalProgress(stream);
  progress.start('reading');
  progress.start('writing');
  progress.done('reading');
  progress.stop();
  const plain = text().replaceAll(/\u001b\[\??\d+[a-z]/gi, '');
  expect(plain).toContain('  ✓ reading\n');
  expect(plain).toContain('  ✗ writing\n');
  progress.stop();
  expect(text().match(/✗/g)).toHaveLength(1);
});
