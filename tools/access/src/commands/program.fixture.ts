import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Blocks, allow, lock, policy, role, smallOrganization } from '../small-organization.fixture.ts';
import { program } from './program.ts';

/** Writes an organization as it lies in its folder once it is synthesized, and gives its path. */
export function synthesized(parent: string, name: string, dev: Blocks = {}): string {
  const path = join(parent, name);
  for (const [stack, text] of Object.entries(smallOrganization({ dev }))) {
    mkdirSync(join(path, 'cdktf.out', 'stacks', stack), { recursive: true });
    writeFileSync(join(path, 'cdktf.out', 'stacks', stack, 'cdk.tf.json'), text);
  }
  writeFileSync(join(path, 'organization.lock.json'), JSON.stringify(lock));
  return path;
}

export const web: Blocks = {
  'aws_iam_role.web': role('web', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.web': { role: 'web', name: 'web', policy: policy(allow('s3:GetObject')) },
  'aws_iam_role.ops': role('ops', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.ops': { role: 'ops', name: 'ops', policy: policy(allow('iam:PassRole')) },
};

/** What the program says to some words. */
export async function run(...words: readonly string[]) {
  let [text, warning, failed] = ['', '', false];
  const write = (some: string) => {
    text += some;
  };
  const warn = (some: string) => {
    warning += some;
  };
  const fail = () => {
    failed = true;
  };
  await program({ write, warn, fail }).parseAsync(['node', 'access', ...words]);
  return { text, warning, failed };
}
