import { readFileSync } from 'node:fs';
import { App } from 'cdktf';
import { bareStacks } from '../bare-stacks.ts';
import type { StackShape } from '../stack-shape.ts';

// Argument: a JSON file with the shapes of the stacks.
const app = new App();
bareStacks(app, JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as readonly StackShape[]);
app.synth();
