import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AwsSession, awsSources, costExplorerChargeSource, openAwsSession, storeDirectory } from '@bulkhead/aws';
import {
  type LocalAws,
  type World,
  addExampleWorkload,
  billingOfWorld,
  readLock,
  readTerraformStacks,
  startLocalAws,
  worldFromTerraform,
} from '@bulkhead/local-aws';
import { platformRoleArn } from '@bulkhead/model';
import { workspace } from '../run-bulkhead.fixture.ts';

const folder = join(workspace, 'apps', 'acme');
const lock = readLock(join(folder, 'organization.lock.json'));
const stacks = synthesized();
// one object for all worlds: the machine generates its charges once
const billing = { ...billingOfWorld(worldFromTerraform(stacks, lock), 'acme', '2026-10'), openLastMonth: true };

function synthesized() {
  const output = mkdtempSync(join(tmpdir(), 'acme-'));
  try {
    const env = { ...process.env, CDKTF_OUTDIR: output };
    execFileSync(process.execPath, [join(folder, 'dist', 'main.js')], { cwd: workspace, env });
    return readTerraformStacks(join(output, 'stacks'));
  } finally {
    rmSync(output, { recursive: true });
  }
}

/** The id of an account of acme. */
export function accountId(name: string): string {
  const id = lock.accounts?.[name]?.id;
  if (id === undefined) throw new Error(`the lock of acme has no ${name}`);
  return id;
}
export const management = lock.organization?.managementAccountId ?? '';
export const delivery = accountId('acme-delivery');
export const sharedServices = accountId('acme-shared-services');
export const home = { accountId: accountId('acme-retail-dev'), region: 'eu-west-1' };

/** Acme after its Terraform was applied, with machines that run in it and months of charges. */
export function acmeWorld(): World {
  const world = { ...worldFromTerraform(stacks, lock), billing };
  addExampleWorkload(world);
  // without an applied value for one pool the defaults have to be read as well
  world.quotas.push({ quotaCode: 'L-34B43A08', value: null });
  return world;
}

/** A machine with that world, asked by somebody of its own. */
export interface Acme {
  readonly aws: LocalAws;
  readonly session: AwsSession;
  close(): Promise<void>;
}

/** @param caller ARN of who has the credentials at hand, the controller in delivery by default */
export async function startAcme(world: World, caller = platformRoleArn(delivery, 'controller')): Promise<Acme> {
  const aws = await startLocalAws(world, { start: new Date('2026-10-31T12:00:00Z') });
  const session = openAwsSession({
    deliveryAccountId: delivery,
    homeRegion: home.region,
    endpoint: aws.url,
    credentials: () => Promise.resolve(aws.credentialsFor(caller)),
  });
  return {
    aws,
    session,
    close: async () => {
      session.close();
      await aws.close();
    },
  };
}

/** A question to AWS, and what it is about. */
export type Question = readonly [about: string, ask: () => Promise<unknown>];

/** Everything that limits, reports and the inventory ask AWS: about the organization once, then about each place. */
export function everyQuestion(session: AwsSession, places: readonly (typeof home)[] = [home]): readonly Question[] {
  const { directory, desk, meter, ledger } = awsSources(session, {
    managementAccountId: management,
    deliveryAccountId: delivery,
  });
  const explorer = costExplorerChargeSource({
    client: session.costExplorer(management),
    role: platformRoleArn(management, 'spend-reader'),
    lastMonth: '2026-10',
  });
  const stores = storeDirectory({
    client: session.config(sharedServices),
    aggregator: 'acme',
    role: platformRoleArn(sharedServices, 'inventory-reader'),
    region: home.region,
  });
  return [
    ['stores', () => stores.list()],
    ['accounts', () => directory.list()],
    ['budgets', () => ledger.budgets()],
    ['charges', () => explorer.total({ metric: 'billed', month: '2026-09' })],
    ...places.flatMap((place): readonly Question[] => [
      ['quotas', () => desk.quotas(place)],
      ['requests', () => desk.requests(place)],
      ['automatic management', () => desk.automaticManagement(place)],
      ['a higher quota', () => desk.request(place, 'L-1216C47A', 100)],
      ['usage', () => meter.usage(place)],
    ]),
  ];
}
