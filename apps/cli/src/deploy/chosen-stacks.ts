import { type Organization, type Stack, stacksOf } from '@bulkhead/model';
import { UserError } from '../user-error.ts';

/** Which stacks a command is about; all of them where nothing is chosen. */
export interface StackChoice {
  /** Names of stacks; `*` stands for any text. */
  readonly stacks?: readonly string[];
  /** Business units: of their accounts those in which they work, which is what their pipelines deploy. */
  readonly units?: readonly string[];
}

/**
 * The stacks that somebody chooses, in the order of deployment: those that one of the patterns fits and in which one of
 * the units works, where both are given.
 *
 * @throws UserError when a pattern fits no stack, a unit does not exist, or nothing is left
 */
export function chosenStacks(organization: Organization, { stacks = [], units = [] }: StackChoice): readonly Stack[] {
  const all = stacksOf(organization);
  const names = all.map(({ name }) => name);
  const owners = [...new Set(all.map(unitOf))].filter((unit) => unit !== undefined);
  for (const pattern of stacks) {
    if (!names.some((name) => fits(pattern, name))) {
      throw new UserError(`${organization.name} has no stack ${pattern}\n  stacks: ${names.join(', ')}`);
    }
  }
  for (const unit of units) {
    if (!owners.includes(unit)) {
      throw new UserError(`${organization.name} has no unit ${unit}\n  units: ${owners.join(', ')}`);
    }
  }
  const chosen = all.filter(
    (stack) =>
      (stacks.length === 0 || stacks.some((pattern) => fits(pattern, stack.name))) &&
      (units.length === 0 || units.some((unit) => unitOf(stack) === unit)),
  );
  if (chosen.length === 0) {
    throw new UserError(`no stack of ${units.join(', ')} is called ${stacks.join(' or ')}`);
  }
  return chosen;
}

/**
 * The unit that works in the account of a stack. A delivery account of its own is not among them: no pipeline deploys the
 * account in which its roles stand.
 */
const unitOf = ({ content }: Stack) =>
  content.kind === 'account' && content.account.kind === 'runtime' ? content.account.unit : undefined;

function fits(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}
