import { known, unknown } from './known.ts';
import { type LimitFacts, limitState, limitStates } from './limit-state.ts';
import type { QuotaRequest } from './quota-desk.ts';

const granted = (vcpu: number, adjustable = true) =>
  known({ quotaCode: 'L-1216C47A', vcpu, source: 'applied' as const, adjustable });
const request = (status: QuotaRequest['status'], differs: Partial<QuotaRequest> = {}): QuotaRequest => ({
  id: 'request-1',
  quotaCode: 'L-1216C47A',
  desired: 2400,
  status,
  created: '2026-11-01T00:00:00.000Z',
  automatic: false,
  ...differs,
});
const facts: LimitFacts = {
  ceiling: 2400,
  granted: granted(5),
  requests: known([]),
  automatic: known('off'),
  now: '2026-11-24T07:00:00.000Z',
};
const asked = (...requests: readonly QuotaRequest[]) => ({ requests: known(requests) });

const cases: readonly (readonly [when: string, differs: Partial<LimitFacts>, state: string, says: string])[] = [
  ['less than the ceiling is granted', {}, 'to-request', 'AWS grants 5 vCPU, 2395 less than the ceiling of 2400'],
  ['the ceiling is granted', { granted: granted(2400) }, 'satisfied', 'the ceiling of 2400'],
  ['1 vCPU more is granted', { granted: granted(2401) }, 'above-ceiling', '1 more than the ceiling of 2400'],
  ['a ceiling of 0 meets the default', { ceiling: 0 }, 'above-ceiling', '5 more than the ceiling of 0'],
  ['a request is under review', asked(request('pending')), 'pending', '2400 vCPU on 2026-11-01 (request request-1)'],
  ['a case was opened', asked(request('case-opened')), 'case-opened', 'AWS Support decides'],
  [
    'more than the ceiling was asked for',
    asked(request('pending', { desired: 5000 })),
    'pending',
    'beyond the ceiling of 2400',
  ],
  [
    'the ceiling is granted and more was asked for',
    { granted: granted(2400), ...asked(request('pending', { desired: 5000 })) },
    'pending',
    'beyond the ceiling of 2400',
  ],
  [
    'part was granted',
    { granted: granted(1000), ...asked(request('approved')) },
    'partly-granted',
    'grants 1000 so far; ask AWS Support, or change the limit; asked for again from 2027-01-30',
  ],
  ['it was denied', asked(request('denied')), 'denied', 'again from 2027-01-30'],
  ['it was not approved', asked(request('not-approved')), 'denied', 'AWS denied request request-1'],
  ['the case was closed without effect', asked(request('case-closed')), 'denied', 'closed the case'],
  ['AWS calls it invalid', asked(request('invalid')), 'denied', 'refused'],
  [
    'it was denied long ago',
    asked(request('denied', { created: '2026-08-26T07:00:00.000Z' })),
    'to-request',
    'AWS grants 5',
  ],
  [
    'it was denied within 90 days',
    asked(request('denied', { created: '2026-08-26T07:00:00.001Z' })),
    'denied',
    '2026-11-24',
  ],
  ['another ceiling was denied', asked(request('denied', { desired: 9600 })), 'to-request', 'AWS grants 5'],
  ["AWS's own request was denied", asked(request('not-approved', { automatic: true })), 'to-request', 'AWS grants 5'],
  [
    'AWS itself asked',
    asked(request('pending', { automatic: true })),
    'pending',
    "AWS's automatic management asked for 2400",
  ],
  ['the quota is fixed', { granted: granted(5, false) }, 'not-adjustable', 'does not raise this quota'],
  ['the quota is fixed at the ceiling', { granted: granted(2400, false) }, 'satisfied', 'AWS grants the ceiling'],
  ['AWS raises by itself', { automatic: known('adjust') }, 'automatic-raising-on', 'turn automatic management off'],
  [
    'AWS raises by itself from the ceiling',
    { granted: granted(2400), automatic: known('adjust') },
    'automatic-raising-on',
    'past any ceiling',
  ],
  [
    'AWS has raised by itself',
    { granted: granted(9600), automatic: known('adjust') },
    'above-ceiling',
    '7200 more than',
  ],
  ['AWS only tells', { automatic: known('notify') }, 'to-request', 'AWS grants 5'],
  ['the quota is unknown', { granted: unknown('throttled') }, 'unknown', 'throttled'],
  ['the requests are unknown', { requests: unknown('denied to list') }, 'unknown', 'denied to list'],
  ['automatic management is unknown', { automatic: unknown('no answer') }, 'unknown', 'no answer'],
];

test.each(cases)('where %s, the limit says so', (_, differs, state, says) => {
  const result = limitState({ ...facts, ...differs });
  expect(result.state).toBe(state);
  expect(result.reason).toContain(says);
});

test('every state but queued, which the plan gives, has a case', () => {
  const covered = new Set(cases.map(([, , state]) => state));
  expect(limitStates.filter((state) => !covered.has(state))).toEqual(['queued']);
});
