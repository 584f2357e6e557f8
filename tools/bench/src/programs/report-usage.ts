import { writeSync } from 'node:fs';

// Loaded before the program that is measured, whatever it is; the other end of descriptor 3 is `measureProgram`.
process.once('exit', () => {
  writeSync(3, JSON.stringify({ peakMemory: process.resourceUsage().maxRSS * 1024 }));
});
