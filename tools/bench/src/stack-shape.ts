import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What a synthesized stack holds, in numbers. */
export interface StackShape {
  readonly name: string;
  readonly resources: number;
  /** Configurations of the AWS provider: one per Region. */
  readonly providers: number;
  /** Size of its Terraform. */
  readonly bytes: number;
}

interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly provider?: Readonly<Record<string, readonly unknown[]>>;
}

/** Reads the shape of every stack in a folder that cdktf wrote, by name. */
export async function readStackShapes(folder: string): Promise<readonly StackShape[]> {
  const names = await readdir(join(folder, 'stacks'));
  return Promise.all(names.sort().map((name) => readStackShape(name, join(folder, 'stacks', name, 'cdk.tf.json'))));
}

async function readStackShape(name: string, file: string): Promise<StackShape> {
  const text = await readFile(file);
  const { resource = {}, provider = {} } = JSON.parse(text.toString()) as TerraformJson;
  return {
    name,
    resources: total(Object.values(resource).map((ofType) => Object.keys(ofType).length)),
    providers: total(Object.values(provider).map(({ length }) => length)),
    bytes: text.length,
  };
}

/** Stacks, and what they hold together. */
export function totalShape(shapes: readonly StackShape[]) {
  return {
    stacks: shapes.length,
    resources: total(shapes.map(({ resources }) => resources)),
    providers: total(shapes.map(({ providers }) => providers)),
    bytes: total(shapes.map(({ bytes }) => bytes)),
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
