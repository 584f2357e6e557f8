import { loadSubject } from '../subject.ts';
import { synthStacks } from '../synth-stacks.ts';

// Argument: the subject.
const { organization, lock } = await loadSubject(process.argv[2] ?? '');
synthStacks(organization, lock);
