import ora, { type Ora } from 'ora';
import { coloursFor } from './colours.ts';

/** Tells a person what goes on, on standard error: a moving line on a terminal, plain lines elsewhere. */
export interface Progress {
  heading(text: string): void;
  note(text: string): void;
  start(what: string): void;
  done(what: string, result?: string): void;
  /** Nothing was done, and nothing went wrong. */
  leave(what: string, why: string): void;
  fail(what: string): void;
}

/** Progress that has to be stopped when something fails: a moving line keeps the process alive. */
export interface TerminalProgress extends Progress {
  /** Says that what still runs has failed, and gives the terminal back. */
  stop(): void;
}

/** Progress on standard error; what runs at the same time shares one moving line. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): TerminalProgress {
  const colours = coloursFor(stream);
  const running = new Set<string>();
  let spinner: Ora | undefined;
  const write = (line: string) => {
    const frame = spinner?.isSpinning === true;
    if (frame) spinner?.stop();
    stream.write(`${line}\n`);
    if (frame) show();
  };
  const show = () => {
    const text = [...running].join(', ');
    if (!stream.isTTY) return;
    if (text === '') {
      spinner?.stop();
      return;
    }
    spinner ??= ora({ stream, discardStdin: false });
    spinner.start(text.length > 100 ? `${running.size} running` : text);
  };
  const fail = (what: string) => {
    running.delete(what);
    write(`  ${colours.red('✗')} ${what}`);
    show();
  };
  return {
    heading: (text) => write(colours.bold(text)),
    note: (text) => write(text),
    start: (what) => {
      running.add(what);
      if (stream.isTTY) show();
      else stream.write(`  ${what} …\n`);
    },
    done: (what, result) => {
      running.delete(what);
      write(`  ${colours.green('✓')} ${what}${result === undefined ? '' : colours.dim(`  ${result}`)}`);
      show();
    },
    leave: (what, why) => {
      running.delete(what);
      write(`  ${colours.dim('–')} ${what}${colours.dim(`  ${why}`)}`);
      show();
    },
    fail,
    stop: () => [...running].forEach(fail),
  };
}
