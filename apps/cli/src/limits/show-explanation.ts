import type { LimitExplanation, RegionExplanation } from '@bulkhead/controller';
import { known, vcpu } from './known-text.ts';
import { wrapped } from '../wrapped.ts';

/** An explanation, as a person would give it. */
export function renderExplanation(explanation: LimitExplanation, width?: number): string {
  const { account, instanceType, vcpuEach, families, quotaCode, sentences, regions } = explanation;
  const lines = [
    `${instanceType} in ${account}`,
    `  ${vcpuEach} vCPU each, in the pool of ${families} (${quotaCode})`,
    '',
    ...(sentences.length === 0
      ? ['the definition limits nothing here']
      : ['the definition says', ...sentences.map(({ path, text }) => `  ${path}: ${text}`)]),
    ...(regions.length === 0
      ? ['', 'nothing is asked for in this pool: what AWS grants by itself is all there is']
      : []),
    ...regions.flatMap((region) => ['', region.region, ...regionLines(region)]),
  ];
  return `${lines.map((line) => wrapped(line, width)).join('\n')}\n`;
}

function regionLines({ limit, cap, roomFor, atCap }: RegionExplanation): readonly string[] {
  const granted = known(limit.granted, (quota) => vcpu(quota.vcpu));
  return [
    ...(cap ? [`  cap: ${vcpu(cap.atMost)}, runs ${known(cap.running, vcpu)}, held by ${cap.means.kind}`] : []),
    `  pool: ceiling ${vcpu(limit.ceiling)} vCPU, granted ${granted}, room for ${vcpu(roomFor)} of this type`,
    `  ${limit.state}: ${limit.reason}`,
    ...(cap?.running.known === false ? [`  what runs is unknown: ${cap.running.reason}`] : []),
    `  at the cap: ${atCap}`,
  ];
}
