#!/usr/bin/env node
import { program } from './commands/program.ts';

try {
  await program({
    write: (text) => process.stdout.write(text),
    warn: (text) => process.stderr.write(text),
    fail: () => {
      process.exitCode = 1;
    },
  }).parseAsync();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
