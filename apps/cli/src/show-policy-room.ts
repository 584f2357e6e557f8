import {
  type PolicyType,
  type TargetUsage,
  policyLimits,
  policyTypeTitle,
  policyTypes,
  targetName,
} from '@bulkhead/guardrails';
import type { PolicyRoom } from './policy-room.ts';
import { type Column, type Section, renderTable, terminalWidth, withSeparators } from './terminal.ts';

interface Row {
  readonly name: string;
  readonly policies: number;
  readonly policiesLeft?: number;
  readonly bytes: number;
  readonly bytesLeft: number;
}

const number = (value: number | undefined) => (value === undefined ? '-' : withSeparators(String(value)));

const columns: readonly Column<Row>[] = [
  { title: 'attached to', cell: ({ name }) => name },
  { title: 'policies', align: 'right', cell: ({ policies }) => number(policies) },
  { title: 'left', align: 'right', cell: ({ policiesLeft }) => number(policiesLeft) },
  { title: 'bytes', align: 'right', cell: ({ bytes }) => number(bytes) },
  { title: 'left', align: 'right', cell: ({ bytesLeft }) => number(bytesLeft) },
];

/** What guardrails take of AWS's limits and what they leave: each type of policy, each target. */
export function renderPolicyRoom(
  { organization, setting, usage, freezes }: PolicyRoom,
  width: number = terminalWidth(),
): string {
  const sections = policyTypes.map((type): Section<Row> => {
    const { policiesPerTarget, bytesPerPolicy } = policyLimits[setting][type];
    return {
      heading: `${policyTypeTitle(type)}, of AWS's ${policiesPerTarget} with ${number(bytesPerPolicy)} bytes each`,
      rows: rowsOf(usage, type),
    };
  });
  const freeze = { heading: 'freeze policies, for each of which room is kept', rows: freezes };
  const all = freezes.length > 0 ? [...sections, freeze] : sections;
  return `${organization}: guardrails within AWS's ${setting} limits\n\n${renderTable(columns, all, width)}\n`;
}

/** Targets to which nothing is attached have the same room, so one row is enough for them. */
function rowsOf(usage: readonly TargetUsage[], type: PolicyType): readonly Row[] {
  const ofType = usage.filter((each) => each.type === type);
  const used = ofType.filter(({ policies }) => policies > 0);
  const [empty, ...others] = ofType.filter(({ policies }) => policies === 0);
  const count = others.length + 1;
  return [
    ...used.map(({ target, ...room }) => ({ name: targetName(target), ...room })),
    ...(empty ? [{ ...empty, name: count === 1 ? targetName(empty.target) : `each of ${count} others` }] : []),
  ];
}
