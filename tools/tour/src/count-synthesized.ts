import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What an organization's synthesized Terraform amounts to. */
export interface Synthesized {
  readonly stacks: number;
  readonly resources: number;
  readonly bytes: number;
}

/** Counts stacks, resources and bytes in cdktf's output folder. */
export async function countSynthesized(output: string): Promise<Synthesized> {
  const folder = join(output, 'stacks');
  const texts = await Promise.all(
    (await readdir(folder)).map((stack) => readFile(join(folder, stack, 'cdk.tf.json'), 'utf8')),
  );
  const resources = texts.map((text) => {
    const { resource = {} } = JSON.parse(text) as { resource?: Readonly<Record<string, object>> };
    return Object.values(resource).reduce((count, byName) => count + Object.keys(byName).length, 0);
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return { stacks: texts.length, resources: sum(resources), bytes: sum(texts.map((text) => Buffer.byteLength(text))) };
}
