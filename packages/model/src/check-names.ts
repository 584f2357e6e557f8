import {
  accountEmail,
  enterpriseAccountKinds,
  enterpriseAccountName,
  namePattern,
  nameRule,
  reservedPhases,
  reservedUnits,
  runtimeAccountName,
  unitDeliveryAccountName,
} from './account-names.ts';
import type { Draft } from './draft.ts';
import { type Path, type Problem, problemAt } from './problem.ts';

/** AWS Organizations: an account name has 1 to 50 printable ASCII characters, an e-mail 6 to 64. */
const maxAccountName = 50;
const maxEmail = 64;

interface NamedAccount {
  readonly name: string;
  readonly email: string | undefined;
  /** Where the definition asks for the account. */
  readonly path: Path;
}

/** Checks names of the organization, phases and units, and the names and e-mails of the accounts that follow. */
export function checkNames(draft: Draft): readonly Problem[] {
  const accounts = namedAccounts(draft);
  return [...checkParts(draft), ...checkTemplates(draft), ...checkAccountNames(accounts), ...checkEmails(accounts)];
}

function checkParts({ name, phases, businessUnits = {} }: Draft): readonly Problem[] {
  const named = (path: string[], value: string) => (namePattern.test(value) ? [] : [problemAt(path, nameRule, value)]);
  const reserved = (path: string[], value: string, names: ReadonlySet<string>) =>
    names.has(value) ? [problemAt(path, `the name is taken by the product: ${[...names].join(', ')}`, value)] : [];
  return [
    ...(name === undefined ? [] : named(['name'], name)),
    ...(phases && Object.keys(phases).length === 0
      ? [problemAt(['phases'], 'must have at least one phase', phases)]
      : []),
    ...Object.keys(phases ?? {}).flatMap((phase) => [
      ...named(['phases', phase], phase),
      ...reserved(['phases', phase], phase, reservedPhases),
    ]),
    ...Object.keys(businessUnits).flatMap((unit) => [
      ...named(['businessUnits', unit], unit),
      ...reserved(['businessUnits', unit], unit, reservedUnits),
    ]),
  ];
}

function checkTemplates({ accountEmail: template, businessUnits = {} }: Draft): readonly Problem[] {
  const check = (path: string[], value: string | undefined) => {
    if (value === undefined || isTemplate(value)) return [];
    const rule = value.includes('{account}')
      ? 'must be an e-mail address of ASCII characters'
      : 'must have {account} in it, AWS wants another e-mail for every account';
    return [problemAt(path, rule, value)];
  };
  return [
    ...check(['accountEmail'], template),
    ...Object.entries(businessUnits).flatMap(([unit, each]) =>
      check(['businessUnits', unit, 'accountEmail'], each?.accountEmail),
    ),
  ];
}

/** 7-bit, as CreateAccount asks for. */
const isTemplate = (template: string) =>
  template.includes('{account}') && /^[!-?A-~]+@[!-?A-~]+\.[!-?A-~]+$/.test(accountEmail(template, 'a'));

function namedAccounts({ name, accountEmail: template, businessUnits = {} }: Draft): readonly NamedAccount[] {
  if (name === undefined) return [];
  const account = (accountName: string, ownTemplate: string | undefined, path: Path) => ({
    name: accountName,
    email: ownTemplate !== undefined && isTemplate(ownTemplate) ? accountEmail(ownTemplate, accountName) : undefined,
    path,
  });
  return [
    ...enterpriseAccountKinds.map((kind) => account(enterpriseAccountName(name, kind), template, ['name'])),
    ...Object.entries(businessUnits).flatMap(([unit, each]) => {
      const ownTemplate = each?.accountEmail ?? template;
      const at = ['businessUnits', unit];
      return [
        ...(each?.delivery === 'own'
          ? [account(unitDeliveryAccountName(name, unit), ownTemplate, [...at, 'delivery'])]
          : []),
        ...[...new Set(each?.phases ?? [])].flatMap((phase, index) =>
          phase === undefined
            ? []
            : [account(runtimeAccountName(name, unit, phase), ownTemplate, [...at, 'phases', index])],
        ),
      ];
    }),
  ];
}

function checkAccountNames(accounts: readonly NamedAccount[]): readonly Problem[] {
  const tooLong = accounts
    .filter(({ name }) => name.length > maxAccountName)
    .map(({ name, path }) =>
      problemAt(
        path,
        `an account's name must have at most ${maxAccountName} characters, this makes ${name.length}`,
        name,
      ),
    );
  return [...tooLong, ...duplicates(accounts, ({ name }) => name, 'two accounts would have the same name')];
}

function checkEmails(accounts: readonly NamedAccount[]): readonly Problem[] {
  const tooLong = accounts.flatMap(({ email, path }) => {
    if (email === undefined || email.length <= maxEmail) return [];
    const rule = `an account's e-mail must have at most ${maxEmail} characters, this makes ${email.length}`;
    return [problemAt(path, rule, email)];
  });
  const rule = 'two accounts would have the same e-mail, AWS wants another one for every account';
  const unequalNames = accounts.filter(({ name }, index) => accounts.findIndex((each) => each.name === name) === index);
  return [...tooLong, ...duplicates(unequalNames, ({ email }) => email?.toLowerCase(), rule)];
}

function duplicates(
  accounts: readonly NamedAccount[],
  keyOf: (account: NamedAccount) => string | undefined,
  rule: string,
): readonly Problem[] {
  const first = new Map<string, NamedAccount>();
  return accounts.flatMap((account) => {
    const key = keyOf(account);
    const other = key === undefined ? undefined : first.get(key);
    if (key !== undefined && !other) first.set(key, account);
    return other ? [problemAt(account.path, `${rule}, this one and ${other.name}`, key)] : [];
  });
}
