import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enterpriseStacks } from '@bulkhead/enterprise';
import { type Lock, type OrganizationDefinition, parseLock, parseOrganization } from '@bulkhead/model';
import { runtimeStacks } from '@bulkhead/runtime';
import { App } from 'cdktf';
import { acme } from './organization.ts';

/** The ids that stand in the repository for the example. */
export const acmeLock: Lock = parseLock(readFileSync(new URL('../organization.lock.json', import.meta.url), 'utf8'));

type Resource = Readonly<Record<string, unknown>>;

/** A stack as Terraform reads it. */
export interface SynthesizedStack {
  readonly text: string;
  readonly terraform: Readonly<Record<string, unknown>>;
  readonly providers: readonly Resource[];
  readonly data: Readonly<Record<string, unknown>>;
  /** By address: `aws_organizations_account.acme-identity`. */
  readonly resources: Readonly<Record<string, Resource>>;
}

/** Synthesizes acme, or what is made of it, in a folder of its own, and returns its stacks by name. */
export function synthesize(
  lock: Lock = acmeLock,
  definition: OrganizationDefinition = acme,
): Readonly<Record<string, SynthesizedStack>> {
  const folder = mkdtempSync(join(tmpdir(), 'acme-'));
  try {
    const app = new App({ outdir: join(folder, 'cdktf.out') });
    const context = { organization: parseOrganization(definition), lock, folder };
    enterpriseStacks(app, context);
    runtimeStacks(app, context);
    app.synth();
    const stacks = join(folder, 'cdktf.out', 'stacks');
    return Object.fromEntries(
      readdirSync(stacks).map((name) => [name, readStack(readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8'))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readStack(text: string): SynthesizedStack {
  const { resource, provider, data, terraform } = JSON.parse(text) as {
    readonly resource?: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
    readonly provider?: { readonly aws: readonly Resource[] };
    readonly data?: Readonly<Record<string, unknown>>;
    readonly terraform: Readonly<Record<string, unknown>>;
  };
  const resources = Object.entries(resource ?? {}).flatMap(([type, blocks]) =>
    Object.entries(blocks).map(([name, block]) => [`${type}.${name}`, block] as const),
  );
  return {
    text,
    terraform,
    providers: provider?.aws ?? [],
    data: data ?? {},
    resources: Object.fromEntries(resources),
  };
}
