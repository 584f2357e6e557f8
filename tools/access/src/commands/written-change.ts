import {
  type DefinitionChange,
  type OrganizationDefinition,
  DefinitionChangeError,
  applyChanges,
  parseChange,
} from '@bulkhead/model';

/** A change, and how it was written: `--without unit=bi`. */
export interface WrittenChange {
  readonly change: DefinitionChange;
  readonly written: string;
}

/**
 * A change as it is written after `--with` or `--without`.
 *
 * @throws Error with what to write instead
 */
export function changeOf(option: 'with' | 'without', text: string): WrittenChange {
  const kind = option === 'without' ? 'remove' : /^(unit|phases?)=/.test(text) ? 'add' : 'set';
  return saying('', () => ({ change: parseChange(kind, text), written: `--${option} ${text}` }));
}

/**
 * Makes changes to a copy of a definition, one after the other.
 *
 * @throws Error with the first one that finds nothing to change
 */
export function checkChanges(definition: OrganizationDefinition, changes: readonly WrittenChange[]): void {
  const made = changes.map(({ change }) => change);
  for (const [index, { written }] of changes.entries()) {
    saying(`${written}: `, () => applyChanges(definition, made.slice(0, index + 1)));
  }
}

/** The model knows options by the kinds of changes, and of those that it makes it doesn't know how they were written. */
function saying<Result>(beginning: string, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DefinitionChangeError)) throw error;
    const message = error.message.replaceAll(/--(add|set) /g, '--with ').replaceAll('--remove ', '--without ');
    throw new Error(`${beginning}${message}`, { cause: error });
  }
}
