import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resourceTypes, whyNotRead } from '../resource-types/resource-types.ts';
import type { Finding } from './finding.ts';
import { referencesOf } from './references-of.ts';
import type { References } from './references.ts';
import { type TerraformStack, parseTerraformStack } from './terraform-stack.ts';
import { UnreadableTerraformError } from './unreadable-terraform-error.ts';
import { valuesOf } from './values.ts';

/** All that the Terraform of an organization says about who may do what. */
export interface SynthesizedOrganization {
  readonly findings: readonly Finding[];
  /** Regions by account id, home first. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** Stacks that were read. */
  readonly stacks: readonly string[];
}

/** Text of a `cdk.tf.json` by name of its stack. */
export type StackTexts = Readonly<Record<string, string>>;

/**
 * Reads the output folder of `cdktf synth` and the lock beside the definition.
 *
 * @param lockFile `organization.lock.json`; ids that it lacks are made up.
 * @throws UnreadableTerraformError with everything that would have to be guessed
 */
export function readTerraform(folder: string, lockFile?: string): SynthesizedOrganization {
  const stacks = join(folder, 'stacks');
  const texts = Object.fromEntries(
    readdirSync(stacks)
      .sort()
      .map((name) => [name, readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8')]),
  );
  return parseTerraform(texts, lockFile === undefined ? {} : JSON.parse(readFileSync(lockFile, 'utf8')));
}

/** As {@link readTerraform}, from texts and a parsed lock. */
export function parseTerraform(texts: StackTexts, lock: unknown): SynthesizedOrganization {
  const problems: string[] = [];
  const stacks = Object.entries(texts).flatMap(([name, text]) =>
    attempt(() => [parseTerraformStack(name, text)], problems, ''),
  );
  const references = referencesOf(stacks, lock, resourceTypes);
  const findings = stacks.flatMap((stack) => findingsOf(stack, references, problems));
  if (problems.length > 0) throw new UnreadableTerraformError(problems);
  return {
    findings,
    regions: new Map(stacks.map(({ accountId, regions }) => [accountId, regions])),
    stacks: stacks.map(({ name }) => name),
  };
}

function findingsOf(stack: TerraformStack, references: References, problems: string[]): readonly Finding[] {
  return stack.resources.flatMap((resource) => {
    const { type, id, values } = resource;
    const where = `${stack.name} ${type}.${id}: `;
    const unread = whyNotRead(type);
    if (unread !== undefined) problems.push(where + unread);
    if ('count' in values || 'for_each' in values) problems.push(`${where}count and for_each are not read`);
    return attempt(() => resourceTypes[type]?.read?.(valuesOf(resource, references)) ?? [], problems, where);
  });
}

/** What a read gives; nothing and a problem more where it throws. */
function attempt<T>(read: () => readonly T[], problems: string[], where: string): readonly T[] {
  try {
    return read();
  } catch (error) {
    problems.push(where + (error as Error).message);
    return [];
  }
}
