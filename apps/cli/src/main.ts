import { AttributionError, ReconciliationError, SourceError } from '@bulkhead/spend';
import { createProgram } from './program.ts';
import { UserError } from './user-error.ts';

const mendable = [UserError, SourceError, AttributionError, ReconciliationError];

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
  if (mendable.some((kind) => error instanceof kind)) {
    process.stderr.write(`error: ${(error as Error).message}\n`);
  } else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const hint = process.env['BULKHEAD_DEBUG'] === undefined ? trace.split('\n')[0] : trace;
    process.stderr.write(`error: ${hint ?? ''}\n  this is a defect in bulkhead; BULKHEAD_DEBUG=1 shows where\n`);
  }
}
