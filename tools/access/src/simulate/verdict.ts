import {
  type AllowedConditionExpression,
  type RequestAnalysis,
  type RequestDenial,
  type RequestGrant,
  getDenialReasons,
  getGrantReasons,
} from '@cloud-copilot/iam-simulate';
import { withOwnKeys } from './provider-keys.ts';
import type { Decision } from './question.ts';

/** What the simulator says, with the Sids that stand in its input. */
export interface Verdict {
  readonly decision: Decision;
  readonly sids: readonly string[];
  readonly because: string;
  readonly conditions: readonly string[];
}

export function verdictOf(analysis: RequestAnalysis): Verdict {
  if (analysis.result === 'Allowed') {
    const conditions = analysis.conditions ? describe(analysis.conditions) : [];
    const grants = getGrantReasons(analysis).filter(({ policyType }) => policyType !== 'scp' && policyType !== 'rcp');
    return {
      decision: conditions.length === 0 ? 'allowed' : 'conditional',
      sids: sidsOf(grants),
      because: conditions.length === 0 ? 'allowed' : `allowed if ${conditions.join(' and ')}`,
      conditions,
    };
  }
  const sids = sidsOf(getDenialReasons(analysis));
  return {
    decision: 'denied',
    sids,
    because: sids.length > 0 ? 'denied by a statement' : silentOf(analysis),
    conditions: [],
  };
}

const sidsOf = (reasons: readonly (RequestGrant | RequestDenial)[]): readonly string[] =>
  reasons.flatMap((each) => ('statementId' in each && each.statementId !== undefined ? [each.statementId] : []));

/** Which layer says nothing although it had to. */
function silentOf(analysis: RequestAnalysis): string {
  if (analysis.scpAnalysis?.result === 'ImplicitlyDenied') return 'a level of the organization allows nothing';
  if (analysis.permissionBoundaryAnalysis?.result === 'ImplicitlyDenied') return 'the boundary does not allow it';
  const identity = analysis.identityAnalysis?.result === 'Allowed';
  return identity ? 'no policy of the resource allows it' : 'no policy of the principal allows it';
}

/** Conditions that all have to hold; alternatives stand in one text. */
function describe(expression: AllowedConditionExpression): readonly string[] {
  switch (expression.conditionType) {
    case 'always':
    case 'never':
      return [];
    case 'sessionName':
      return [`session name ${expression.sessionName.join(' or ')}`];
    case 'condition':
      return [`${withOwnKeys(expression.key)} ${expression.op} ${expression.values.join(', ')}`];
    case 'group': {
      const parts = expression.conditions.map(describe);
      if (expression.operator === 'and') return [...new Set(parts.flat())];
      return [`(${[...new Set(parts.map((each) => each.join(' and ')))].join(' or ')})`];
    }
  }
}
