import { existsSync, readFileSync } from 'node:fs';
import { findVcpu, instanceTypes, nearestInstanceType } from './instance-types.ts';
import { findQuotaPool } from './quota-pools.ts';

const recorded = new URL('../../../../shared/data/ec2/instance-types.csv', import.meta.url);
const title =
  "the rule and its exceptions give the vCPU count of every type in AWS's own table, and no other type exists";

if (existsSync(recorded)) {
  test(title, () => {
    const rows = readFileSync(recorded, 'utf8').trim().split('\n').slice(1);
    const table = Object.fromEntries(
      rows.map((row) => {
        const [type = '', vcpu] = row.split(',');
        return [type, Number(vcpu)];
      }),
    );
    expect(Object.keys(table)).toHaveLength(1373);
    expect(Object.fromEntries(instanceTypes.map((type) => [type, findVcpu(type)]))).toEqual(table);
  });
} else {
  test.skip(`${title} (skipped: ../shared/data is not here)`, () => undefined);
}

test.each([
  ['m5.12xlarge', 48],
  ['t3.nano', 2],
  ['t2.nano', 1],
  ['c5.9xlarge', 36],
  ['u-6tb1.112xlarge', 448],
  ['m7i.metal-48xl', 192],
  ['mac2-m1ultra.metal', 20],
])('%s has %i vCPU', (type, vcpu) => {
  expect(findVcpu(type)).toBe(vcpu);
});

test.each([
  ['m5.12xlarg', 'm5.12xlarge'],
  ['m5.13xlarge', 'm5.12xlarge'],
  ['M5.12xlarge', 'm5.12xlarge'],
  ['c5.lage', 'c5.large'],
])('for the mistyped %s the nearest type is %s', (mistyped, type) => {
  expect(findVcpu(mistyped)).toBeUndefined();
  expect(nearestInstanceType(mistyped)).toBe(type);
});

test('nothing is near to a word that is no instance type', () => {
  expect(nearestInstanceType('a-large-machine')).toBeUndefined();
});

test.each([
  ['m5.12xlarge', 'standard', 'L-1216C47A'],
  ['is4gen.large', 'standard', 'L-1216C47A'],
  ['im4gn.large', 'standard', 'L-1216C47A'],
  ['t3.micro', 'standard', 'L-1216C47A'],
  ['hpc7a.96xlarge', 'hpc', 'L-F7808C92'],
  ['inf2.xlarge', 'inf', 'L-1945791B'],
  ['trn1.2xlarge', 'trn', 'L-2C3B7624'],
  ['dl1.24xlarge', 'dl', 'L-6E869C2A'],
  ['vt1.3xlarge', 'g-vt', 'L-DB2E81BA'],
  ['gr6.4xlarge', 'g-vt', 'L-DB2E81BA'],
  ['u7i-12tb.224xlarge', 'high-memory', 'L-43DA4232'],
  ['p5.48xlarge', 'p', 'L-417A185B'],
  ['x2idn.16xlarge', 'x', 'L-7295265B'],
  ['f2.6xlarge', 'f', 'L-74FC7D96'],
])('%s draws on the %s pool, whose On-Demand quota is %s', (type, pool, code) => {
  expect(findQuotaPool(type)).toMatchObject({ name: pool, onDemandQuotaCode: code });
});

test('every type but the Mac hosts draws on a pool', () => {
  const poolless = instanceTypes.filter((type) => !findQuotaPool(type));
  expect(poolless.length).toBeGreaterThan(0);
  expect(poolless.filter((type) => !type.startsWith('mac'))).toEqual([]);
});
