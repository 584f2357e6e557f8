import {
  addExampleWorkload,
  billingOfWorld,
  readTerraformStacks,
  startLocalAws,
  worldFromTerraform,
} from '@bulkhead/local-aws';
import { loadSubject } from '../subject.ts';

const now = '2026-10-15T12:00:00Z';

// An AWS with its rates, until standard input ends. Arguments: the subject, the folder of its stacks, and `billing` where
// 14 months of charges are wanted: without them budgets tell that nothing was spent.
const [name = '', stacks = '', billing] = process.argv.slice(2);
const { organization, lock } = await loadSubject(name);
const world = worldFromTerraform(readTerraformStacks(stacks), lock);
addExampleWorkload(world);
if (billing) world.billing = { ...billingOfWorld(world, organization.name, now.slice(0, 7)), openLastMonth: true };
const aws = await startLocalAws(world, { rates: true, start: new Date(now) });
process.stdout.write(`${JSON.stringify({ url: aws.url, environment: aws.environment })}\n`);
process.stdin.resume().once('end', () => void aws.close());
