import type { ItemName } from './catalogue.ts';

/** How an account of a phase spends. Amounts are in USD per month, before tax. */
export interface SpendProfile {
  /** Share of the month's charges per item, in percent; 100 together. */
  readonly shares: Readonly<Partial<Record<ItemName, number>>>;
  /** What the account spends in the last month where it has no budget. */
  readonly usual: number;
  /** The most that it spends, whatever its budget. */
  readonly most?: number;
  /** Part of the budget that is spent in the last month, from and to. */
  readonly ofBudget: readonly [number, number];
  /** Growth per month, from and to. */
  readonly growth: readonly [number, number];
  /** A weekend day beside a working day. */
  readonly weekend: number;
  /** Half the width of the daily noise. */
  readonly noise: number;
  /** How likely a day is that costs a multiple of others. */
  readonly spikes?: number;
}

const production: SpendProfile['shares'] = {
  m5Large12: 27,
  r5Large4: 10,
  c5Large4: 7,
  volumes: 7,
  databases: 16,
  databaseStorage: 5,
  objects: 7,
  gets: 1,
  transferOut: 6,
  natHours: 0.2,
  natBytes: 1.8,
  balancers: 0.3,
  balancerUnits: 1.7,
  functions: 3,
  tableWrites: 2,
  metrics: 1,
  logs: 3,
  keyRequests: 1,
};

const development: SpendProfile['shares'] = {
  m5Large: 34,
  t3Medium: 20,
  volumes: 12,
  smallDatabases: 10,
  databaseStorage: 3,
  objects: 5,
  transferOut: 2,
  natHours: 2,
  balancers: 1,
  functions: 3,
  logs: 5,
  metrics: 2,
  keys: 1,
};

const stage: SpendProfile = {
  shares: production,
  usual: 9_000,
  ofBudget: [0.66, 0.84],
  growth: [0.02, 0.03],
  weekend: 0.62,
  noise: 0.05,
};

const delivery: SpendProfile = {
  shares: { builds: 46, images: 17, m5Large: 15, objects: 8, transferOut: 4, natBytes: 4, logs: 4, keyRequests: 2 },
  usual: 4_200,
  most: 15_000,
  ofBudget: [0.66, 0.8],
  growth: [0.015, 0.025],
  weekend: 0.4,
  noise: 0.08,
};

const profiles: Readonly<Record<string, SpendProfile>> = {
  delivery,
  stage,
  prod: {
    shares: production,
    usual: 30_000,
    ofBudget: [0.8, 0.88],
    growth: [0.03, 0.05],
    weekend: 0.86,
    noise: 0.03,
  },
  dr: {
    shares: { volumes: 22, snapshots: 24, objects: 20, databases: 22, databaseStorage: 8, keys: 1, metrics: 3 },
    usual: 1_800,
    ofBudget: [0.6, 0.64],
    growth: [0.005, 0.01],
    weekend: 1,
    noise: 0.01,
  },
  dev: {
    shares: development,
    usual: 3_000,
    ofBudget: [0.66, 0.86],
    growth: [0.01, 0.02],
    weekend: 0.38,
    noise: 0.08,
  },
  sandbox: {
    shares: development,
    usual: 700,
    ofBudget: [0.62, 0.8],
    growth: [0, 0.01],
    weekend: 0.5,
    noise: 0.35,
    spikes: 0.07,
  },
  identity: {
    shares: { trailEvents: 40, configItems: 30, keyRequests: 20, findings: 10 },
    usual: 25,
    most: 40,
    ofBudget: [0.6, 0.8],
    growth: [0, 0.01],
    weekend: 0.7,
    noise: 0.1,
  },
  'shared-services': {
    shares: { trailEvents: 17, configItems: 14, findings: 19, checks: 9, objects: 19, archive: 8, puts: 6, logs: 8 },
    usual: 6_500,
    most: 25_000,
    ofBudget: [0.66, 0.8],
    growth: [0.02, 0.03],
    weekend: 0.8,
    noise: 0.04,
  },
  management: {
    shares: { trailEvents: 35, configItems: 25, objects: 20, costRequests: 20 },
    usual: 160,
    ofBudget: [0.6, 0.8],
    growth: [0.005, 0.01],
    weekend: 0.8,
    noise: 0.05,
  },
};

/** The items that an account uses in each of its further Regions, too. */
export const itemsOfFurtherRegions: ReadonlySet<ItemName> = new Set<ItemName>([
  ...(['m5Large12', 'm5Large', 'volumes', 'databases', 'objects', 'trailEvents', 'configItems'] as const),
]);

/** An organization may name its phases as it likes; one that the table lacks spends like stage. */
export function spendProfile(phase: string): SpendProfile {
  return Object.hasOwn(profiles, phase) ? (profiles[phase] ?? stage) : stage;
}

export const profiledPhases: readonly string[] = Object.keys(profiles);
