import { instanceFamilies } from './instance-families.ts';
import { nearest } from './nearest.ts';

/** Sizes whose vCPU count follows from the name alone, in vCPU. */
const namedSizes: Readonly<Record<string, number>> = { nano: 1, micro: 1, small: 1, medium: 1, large: 2, xlarge: 4 };

/** Types that the size rule gets wrong, in vCPU. Source: EC2 DescribeInstanceTypes, DefaultVCpus. */
const exceptions: Readonly<Record<string, number>> = {
  't2.medium': 2,
  'c1.medium': 2,
  'c1.xlarge': 8,
  'm2.xlarge': 2,
  'm2.2xlarge': 4,
  'm2.4xlarge': 8,
  'c4.8xlarge': 36,
  'd2.8xlarge': 36,
  'hpc6a.48xlarge': 96,
  'hpc6id.32xlarge': 64,
  'hpc7a.12xlarge': 24,
  'hpc7a.24xlarge': 48,
  'hpc7a.48xlarge': 96,
  'hpc7a.96xlarge': 192,
  'hpc8a.96xlarge': 192,
};

/** Burstable families give two threads to their small sizes as well. */
const twoThreadFamilies = new Set(['t3', 't3a', 't4g']);
const smallSizes = new Set(['nano', 'micro', 'small', 'medium']);

/** vCPU of the bare size `metal`, which names no number. Source: as above. */
const metalVcpu: readonly (readonly [families: string, vcpu: number])[] = [
  ['mac2 mac2-m2', 8],
  ['mac-m4', 10],
  ['mac1 mac2-m2pro', 12],
  ['mac-m4pro', 14],
  ['a1 mac-m4max', 16],
  ['mac2-m1ultra', 20],
  ['mac-m3ultra', 28],
  ['m5zn z1d x2iezn', 48],
  ['c6g c6gd c7g c7gd c7gn m6g m6gd m7g m7gd r6g r6gd r7g r7gd x2gd g5g', 64],
  ['c5n i3', 72],
  ['c5 c5d m5 m5d m5dn m5n r5 r5b r5d r5dn r5n g4dn i3en', 96],
  ['c6i c6id c6in m6i m6id m6idn m6in r6i r6id r6idn r6in i4i x2idn x2iedn', 128],
  ['c6a m6a r6a', 192],
];

const metalVcpuByFamily = new Map(
  metalVcpu.flatMap(([families, vcpu]) => families.split(' ').map((family) => [family, vcpu] as const)),
);

function vcpuByRule(family: string, size: string): number | undefined {
  const exception = exceptions[`${family}.${size}`];
  if (exception !== undefined) return exception;
  if (size === 'metal') return metalVcpuByFamily.get(family);
  if (twoThreadFamilies.has(family) && smallSizes.has(size)) return 2;
  const multiple = /^(?:metal-)?(\d+)xl(?:arge)?$/.exec(size)?.[1];
  return multiple === undefined ? namedSizes[size] : 4 * Number(multiple);
}

const sizeInFull = (size: string) => size.replace(/^(\d+)x$/, '$1xlarge');

const vcpuByType: ReadonlyMap<string, number> = new Map(
  instanceFamilies.flatMap(([families, sizes]) =>
    families.split(' ').flatMap((family) =>
      sizes.split(' ').flatMap((short) => {
        const size = sizeInFull(short);
        const vcpu = vcpuByRule(family, size);
        return vcpu === undefined ? [] : [[`${family}.${size}`, vcpu] as const];
      }),
    ),
  ),
);

/** Every EC2 instance type that the catalogue knows, `m5.12xlarge` and so on. */
export const instanceTypes: readonly string[] = [...vcpuByType.keys()];

/** Default vCPUs of an instance type: what EC2's quotas count. Undefined for a type that does not exist. */
export function findVcpu(instanceType: string): number | undefined {
  return vcpuByType.get(instanceType);
}

/** The existing instance type whose name is closest to a mistyped one. */
export function nearestInstanceType(mistyped: string): string | undefined {
  return nearest(mistyped, instanceTypes);
}
