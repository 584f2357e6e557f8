import { styleText } from 'node:util';
import ora from 'ora';

const bold = (text: string) => (process.stdout.isTTY ? styleText('bold', text) : text);

/** Says what comes next, and the command that does it alone. */
export function step(number: number, title: string, command: string): void {
  process.stdout.write(`${number === 1 ? '' : '\n'}${bold(`${number}  ${title}`)}\n   $ ${command}\n\n`);
}

/** Shows that work goes on, and what came of it: a moving line on a terminal, two plain lines elsewhere. */
export async function withSpinner(what: string, work: (say: (text: string) => void) => Promise<string>): Promise<void> {
  const spinner = ora({ text: what, stream: process.stdout }).start();
  try {
    spinner.succeed(await work((text) => (spinner.text = text)));
  } catch (error) {
    spinner.fail();
    throw error;
  }
}
