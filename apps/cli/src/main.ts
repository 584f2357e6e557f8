import { createProgram } from './program.ts';
import { UserError } from './user-error.ts';

// `bulkhead show | head -1` closes the pipe; that is no reason to fail, nor to stop what is under way
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = 1;
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n`);
  } else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const hint = process.env['BULKHEAD_DEBUG'] === undefined ? trace.split('\n')[0] : trace;
    process.stderr.write(`error: ${hint ?? ''}\n  this is a defect in bulkhead; BULKHEAD_DEBUG=1 shows where\n`);
  }
}
