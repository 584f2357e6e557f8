import { type Problem, describeProblem } from '@bulkhead/model';
import { raiseQuota } from '../account-quota.ts';
import { coloursFor } from '../colours.ts';
import { wrapped } from '../wrapped.ts';
import { renderChanges } from '../show-changes.ts';
import { terminalWidth } from '../terminal.ts';
import type { AccountsLeft } from './accounts-left.ts';
import type { HeldGrant } from './going-accounts.ts';
import { renderBudgetSums, renderQuotaSteps, renderRoom } from './render-tables.ts';
import { renderAddresses } from './render-addresses.ts';
import type { QuotaRequests } from './request-batches.ts';
import type { WhatIf } from './what-if.ts';

/** What changes would mean, as text: a section for each thing that they touch. */
export function renderWhatIf(finding: WhatIf, width: number = terminalWidth()): string {
  const bold = coloursFor(process.stdout).bold;
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${bold(heading)}\n${lines.map((line) => wrapped(`  ${line}`, width)).join('\n')}\n`];
  if (!finding.good) {
    const told = (problem: Problem) => lines(describeProblem(problem), width);
    const count = finding.problems.length === 1 ? '1 problem' : `${finding.problems.length} problems`;
    return [
      `${bold(`the changed definition has ${count}`)}\n\n${finding.problems.map(told).join('\n\n')}\n`,
      ...section('held by others', heldLines(finding.held)),
      ...section('accounts', goingLines(finding.removed)),
    ].join('\n');
  }
  const { assumed, changes, accounts, ended, endings, guardrails, quotas, budgets, terraform } = finding;
  return [
    ...section('assumed', assumed),
    renderChanges(changes, width),
    ...section('accounts', accountLines(accounts)),
    ...section('ends', [...ended, ...endings]),
    ...(guardrails.fits
      ? renderRoom(guardrails, width)
      : section('guardrails do not fit', guardrails.problem.split('\n'))),
    ...section('quotas', quotaLines(quotas)),
    ...renderQuotaSteps(quotas, width),
    ...renderBudgetSums(budgets, width),
    ...(terraform.known
      ? renderAddresses(terraform.stacks, accounts.closed, width)
      : section('Terraform', [`addresses are not compared: ${terraform.reason}`])),
  ].join('\n');
}

const lines = (text: string, width: number) =>
  text
    .split('\n')
    .map((line) => wrapped(line, width))
    .join('\n');

const goingLines = (removed: readonly string[]) =>
  removed.length === 0
    ? []
    : [
        `${counted(removed.length, 'account')} would go (${removed.join(', ')}): Terraform forgets, AWS keeps it; ` +
          'say life: closing of its phase instead, then nobody can do anything there until a person closes it',
      ];

function heldLines(held: readonly HeldGrant[]): readonly string[] {
  const [first] = held;
  if (first === undefined) return [];
  return [
    ...held.map(({ grant, role, from, store, to }) => `${grant}: ${role} of ${from} on ${store} in ${to}`),
    `take away what goes with it first, like --remove path=grants.${first.grant}`,
  ];
}

function accountLines({ added, removed, closed, count, quota, quotaBefore, left }: AccountsLeft): readonly string[] {
  const same = added.length === 0 && removed.length === 0 && closed.length === 0 && quota === quotaBefore;
  if (same && left >= 0) return [];
  const come = added.length === 0 ? 'no new account' : `${counted(added.length, 'new account')} (${added.join(', ')})`;
  const room = left >= 0 ? `${left} left` : `${-left} too many: ${raiseQuota}`;
  return [
    `${come}: ${count} of the ${quota} that AWS lets the organization have, ${room}`,
    ...goingLines(removed),
    ...(closed.length === 0
      ? []
      : [
          `${counted(closed.length, 'account')} would be forgotten by Terraform (${closed.join(', ')}): each counts for 90 days from the day on which a person closed it`,
        ]),
  ];
}

function quotaLines({ requests, batches }: QuotaRequests): readonly string[] {
  if (requests.length === 0) return [];
  const accounts = new Set(requests.map(({ account }) => account)).size;
  const asked = `${counted(requests.length, 'request')} for ${counted(accounts, 'account')}, in ${counted(batches, 'batch', 'batches')}`;
  return [`${asked}, if AWS has its defaults there, or what was asked for so far`];
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
