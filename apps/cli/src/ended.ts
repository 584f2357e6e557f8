import { type Expired, type Organization, expiredOn } from '@bulkhead/model';
import { UserError } from './user-error.ts';

/** Days before its end on which something is told to end soon. */
const soon = 14;

/** A warning for each exception and each account of the definition that ends within two weeks. */
export function endingSoon(organization: Organization, now: Date): readonly string[] {
  const ended = new Set(expiredOn(organization, dayOf(now)).map(keyOf));
  return expiredOn(organization, dayOf(now, soon))
    .filter((each) => !ended.has(keyOf(each)))
    .map((each) =>
      each.kind === 'exception'
        ? `exceptions.${each.name} ends on ${each.until}`
        : `${each.name} expires on ${each.until}`,
    );
}

/** What is over, and what to do about it, for each exception and each account. */
export function endedOn(organization: Organization, now: Date): readonly string[] {
  return expiredOn(organization, dayOf(now)).map((each) => toldOf(organization, each));
}

/**
 * Refuses a definition that says something which is over: AWS denies it by itself since that day.
 *
 * @throws UserError with all that has ended, and what to do about it
 */
export function refuseEnded(organization: Organization, now: Date): void {
  const ended = endedOn(organization, now);
  if (ended.length === 0) return;
  throw new UserError(
    [`${organization.name} is no good definition any more, on ${dayOf(now)}`, ...ended.map((each) => `  ${each}`)].join(
      '\n',
    ),
  );
}

function toldOf({ exceptions }: Organization, { kind, name, until }: Expired): string {
  if (kind === 'account') {
    return `${name} expired on ${until}: clear it out with bulkhead destroy ${name}, then say life: closing, or another day`;
  }
  const owner = exceptions.find((each) => each.name === name)?.owner ?? '';
  return `exceptions.${name}: ended on ${until}, take it out or give it another end (${owner} answers for it)`;
}

const keyOf = ({ kind, name }: Expired) => `${kind} ${name}`;

/** In UTC. */
const dayOf = (now: Date, later = 0) => new Date(now.getTime() + later * 86_400_000).toISOString().slice(0, 10);
