import { workingAccountsOf } from './account-life.ts';
import { type Change, changedProperties, movesBetween } from './change.ts';
import { type Reach, reachesOf } from './groups.ts';
import type { Organization } from './organization.ts';
import type { Person } from './people.ts';
import { pipelinesDeploying } from './pipelines.ts';

/** Somebody who comes, goes or changes. A user with another name is another one: its password and device are not kept. */
export interface PersonChange extends Change<string> {
  readonly user: string;
  /** Who joins or leaves brings or takes the groups. */
  readonly property: 'joins' | 'leaves' | 'groups' | 'unit' | 'also in' | 'name' | 'e-mail';
}

/** A role that somebody may become, or no longer. */
export interface ReachChange extends Reach {
  readonly user: string;
  readonly change: 'gains' | 'loses';
}

/** An account that a pipeline may deploy, or no longer. */
export interface PipelineChange {
  readonly repository: string;
  /** Its name in the names of roles. */
  readonly environment: string;
  /** The environment on GitHub, the branch on GitLab, that applies. */
  readonly source: string;
  readonly account: string;
  readonly change: 'gains' | 'loses';
}

/** Who comes, goes and changes, by name of the user. */
export function personChanges(before: Organization, after: Organization): readonly PersonChange[] {
  return usersOf(before, after).flatMap((user): readonly PersonChange[] => {
    const old = before.people.find((person) => person.user === user);
    const now = after.people.find((person) => person.user === user);
    if (!old) return [{ user, property: 'joins', before: undefined, after: now && listed(now.groups) }];
    if (!now) return [{ user, property: 'leaves', before: listed(old.groups), after: undefined }];
    return changedProperties(properties(old), properties(now)).map((change) => ({ user, ...change }));
  });
}

/** What people may become from now on, and what no longer. */
export function reachChanges(before: Organization, after: Organization): readonly ReachChange[] {
  return usersOf(before, after).flatMap((user) =>
    movesBetween(reachesOf(before, user), reachesOf(after, user), ({ account, role }) => `${account} ${role}`).map(
      ({ item, change }) => ({ user, ...item, change }),
    ),
  );
}

/** What pipelines may deploy from now on, and what no longer. */
export function pipelineChanges(before: Organization, after: Organization): readonly PipelineChange[] {
  return movesBetween(deployments(before), deployments(after), (each) => JSON.stringify(each)).map(
    ({ item, change }) => ({ ...item, change }),
  );
}

const usersOf = (before: Organization, after: Organization): readonly string[] =>
  [...new Set([...before.people, ...after.people].map(({ user }) => user))].sort();

const listed = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'no group');

const properties = ({ unit, alsoIn, groups, name, email }: Person) =>
  new Map<PersonChange['property'], string>([
    ['unit', unit],
    ...(alsoIn.length > 0 ? [['also in', alsoIn.join(', ')] as const] : []),
    ['groups', listed(groups)],
    ['name', name],
    ['e-mail', email],
  ]);

function deployments(organization: Organization): readonly Omit<PipelineChange, 'change'>[] {
  return workingAccountsOf(organization).flatMap((account) =>
    pipelinesDeploying(organization, account).map(({ pipeline, environment }) => ({
      repository: pipeline.repository,
      environment: environment.name,
      source: environment.subjects.apply.slice(environment.subjects.apply.lastIndexOf(':') + 1),
      account: account.name,
    })),
  );
}
