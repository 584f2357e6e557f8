import type { Organization } from './organization.ts';

/**
 * A function of an organization that works its answer out once for each: every stack asks the same of it, which would
 * take the square of the number of accounts. An organization never changes.
 */
export function perOrganization<Answer extends object>(
  answerOf: (organization: Organization) => Answer,
): (organization: Organization) => Answer {
  const answers = new WeakMap<Organization, Answer>();
  return (organization) => {
    const known = answers.get(organization);
    if (known) return known;
    const answer = answerOf(organization);
    answers.set(organization, answer);
    return answer;
  };
}
