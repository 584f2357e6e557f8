import { matchesPatterns } from '../promises/matching.ts';
import { placeOf } from '../policy/policy.ts';
import type { Mutant } from './mutants-of.ts';

interface MayLive {
  /** Pattern of the statement's place: `* aws_iam_role_policy.* (Deploy)`. */
  readonly statement: string;
  readonly change: string;
  readonly why: string;
}

/** Mutants that change nothing for anybody, each with the reason: what they open is shut by something else. */
const mayLive: readonly MayLive[] = [
  {
    statement: '*-identity aws_iam_group_policy.* (Become)',
    change: 'drop condition Bool aws:MultiFactorAuthPresent',
    why: 'the trust of the role demands the second factor too',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-account-identity-* (Regions)',
    change: '*',
    why: 'in identity another statement denies everything but IAM, in whatever Region',
  },
  {
    statement: '*-guardrails aws_organizations_policy.*-root-* (Regions)',
    change: 'drop',
    why: 'every account narrows its Regions itself; the wall at the root is for accounts to come',
  },
  {
    statement: '* aws_organizations_resource_policy.* (Freez*)',
    change: 'widen Resource',
    why: 'nothing but freeze policies, and nothing but accounts that may be frozen, has the tag that it demands',
  },
  {
    statement: '*-identity aws_iam_group_policy.security-administrators_* (Platform)',
    change: '*',
    why: 'a second wall: the group is allowed nothing outside of /people/ that changes anything',
  },
];

/** Why a mutant may live; undefined where a promise has to notice it. */
export function whyMayLive({ statement, change }: Mutant): string | undefined {
  const place = placeOf(statement);
  return mayLive.find((each) => matchesPatterns(each.statement, place) && matchesPatterns(each.change, change))?.why;
}
