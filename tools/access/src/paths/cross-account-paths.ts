import { couldAllow } from '../simulate/named-by.ts';
import type { Answer, Question } from '../simulate/question.ts';
import { SimulationError } from '../simulate/simulation-error.ts';
import type { Account, Principal, PrincipalKind, Resource, World } from '../world/world.ts';
import { namedActions } from './named-actions.ts';

/** Something that somebody of one account, or of none, can do in another one. */
export interface CrossAccountPath {
  readonly question: Question;
  /** Allowed, or allowed under conditions. */
  readonly answer: Answer;
}

export interface PathSearch {
  readonly paths: readonly CrossAccountPath[];
  /** How many questions were asked to find them. */
  readonly questions: number;
}

type Ask = (question: Question) => Promise<Answer>;

/**
 * Everything that crosses accounts: whoever acts, about each resource of the Terraform in another account that has a
 * policy, for each action that this policy names. What has no policy is reached by nobody of another account.
 *
 * Roles and users are asked about as they are, and as they would be with every right: half a path is one too, which
 * somebody in their account could complete.
 */
export async function crossAccountPaths(world: World, ask: Ask): Promise<PathSearch> {
  const actionsNamed = namedActions(world);
  const paths: CrossAccountPath[] = [];
  let questions = 0;
  for (const resource of world.resources.filter(({ policies, example }) => policies.length > 0 && !example)) {
    for (const principal of callersOf(resource, world)) {
      for (const action of actionsNamed(resource, principal).filter((each) => isCall(each, principal))) {
        const question = { principal, action, resource };
        questions++;
        const answer = await askAbout(ask, question);
        if (answer && answer.decision !== 'denied') paths.push({ question, answer });
      }
    }
  }
  return { paths, questions };
}

/** Who has less than a role can do has no way of its own. */
const noWay: readonly PrincipalKind[] = ['empowered', 'bare', 'unbounded'];

/** Whoever isn't of the resource's account; a service once for each account that it may work for. */
const callersOf = (resource: Resource, { principals, accounts }: World): readonly Principal[] =>
  principals
    .filter(({ account, kind }) => account?.id !== resource.account.id && !noWay.includes(kind))
    .filter((principal) => couldAllow(resource, principal))
    .flatMap((principal) =>
      principal.kind === 'service' && !('aws:SourceAccount' in principal.context)
        ? accounts.filter(({ id }) => id !== resource.account.id).map((account) => workingFor(principal, account))
        : [principal],
    );

const workingFor = (service: Principal, { id, name, organizationPath }: Account): Principal => ({
  ...service,
  name: `${service.name} for ${name}`,
  context: { ...service.context, 'aws:SourceAccount': id, 'aws:SourceOrgPaths': [organizationPath] },
});

/**
 * A service takes a role in the role's own account only: it is handed one by iam:PassRole, which crosses no account.
 * Source: IAM User Guide, granting a user permissions to pass a role to an AWS service.
 */
const isCall = (action: string, { kind }: Principal) => kind !== 'service' || !action.startsWith('sts:');

/** Undefined where the action is not about such a resource: a policy of a bucket names actions on what lies in it too. */
async function askAbout(ask: Ask, question: Question): Promise<Answer | undefined> {
  try {
    return await ask(question);
  } catch (error) {
    if (error instanceof SimulationError) return undefined;
    throw error;
  }
}
