import { type Lock, type Organization, accountsOf, isClosing } from '@bulkhead/model';

/** What a person does next, for each account that is closing. */
export function closingSteps(organization: Organization, lock: Lock): readonly string[] {
  return accountsOf(organization)
    .filter(isClosing)
    .map(({ name, unit, phase }) => {
      const id = lock.accounts?.[name]?.id;
      if (id === undefined)
        return `${name} is closing and was never deployed: say closed, or take ${phase} from ${unit}`;
      return (
        `${name} is closing, everything is denied there: close it in the management account ` +
        `(aws organizations close-account --account-id ${id}), then say closed`
      );
    });
}
