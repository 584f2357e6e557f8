import { z } from 'zod';
import { chosenBy, listOf, never, text, textOf } from './schema-parts.ts';

const exact = [
  /^[^*?]*$/,
  'must be exact: a wildcard lets in repositories, environments or branches that nobody named',
] as const;
const noColon = [/^[^:]*$/, "must have no colon, it separates the parts of a token's subject"] as const;
const knownHost = 'must name a repository on a known host: github, gitlab';

/** A text that stands literally in a token's subject and in a policy. */
const inSubject = (rule: string, ...rules: readonly (readonly [RegExp, string])[]) =>
  textOf(rule, [/./s, rule], exact, ...rules);

const repository = (host: string, like: string, pattern: RegExp) => {
  const rule = `must be a repository like '${like}'`;
  // somebody's URL: that of another host deserves the answer that it is none of ours
  const otherHost = new RegExp(`^(?!\\w+:\\/\\/(?!${host.replace('.', '\\.')}\\/))`);
  return inSubject(rule, [otherHost, knownHost], [pattern, rule]);
};
const github = repository('github.com', 'acme/platform', /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9._-]+$/);
const gitlab = repository('gitlab.com', 'acme/platform', /^[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)+$/);

// IAM: letters that names of roles may have
const environmentName = inSubject('must be the name of an environment', noColon, [
  /^[\w+=,.@-]+$/,
  'must have letters, digits and _+=,.@- only, it becomes part of the name of a role',
]);
const branch = (rule: string) =>
  inSubject(rule, noColon, [/^[\w+=,.@#/-]+$/, 'must be the name of a branch, of letters, digits and _+=,.@#/-']);
const applyingBranch = branch("must name the protected branch, GitLab's token says no environment");

const reach = {
  phases: listOf(text('must be the name of a phase'), 'must be a list of phases')
    .min(1, 'must name at least one phase')
    .optional(),
  protected: z.boolean('must be true or false').optional(),
};

const githubEnvironment = z.strictObject(
  { name: environmentName, plan: environmentName.optional(), ...reach },
  'must be an environment like "prod" or { name: "prod", phases: ["prod"] }',
);
const gitlabEnvironment = z.strictObject(
  { name: environmentName, branch: applyingBranch, planBranch: branch('must name the branch that plans'), ...reach },
  'must be an environment like { name: "prod", branch: "main", planBranch: "develop" }',
);

const environments = <T extends z.ZodType>(item: T) =>
  listOf(item, 'must be a list of environments').min(1, 'must name at least one environment');

const githubPipeline = z.strictObject({
  github,
  environments: environments(chosenBy((value) => (typeof value === 'string' ? environmentName : githubEnvironment))),
});
const gitlabPipeline = z.strictObject({ gitlab, environments: environments(gitlabEnvironment) });

/** A pipeline's shape hangs on its host: the one key that says where the repository is. */
const pipelineShape = chosenBy((value) => {
  if (typeof value !== 'object' || value === null) {
    return never('must be a pipeline like { github: "acme/platform", environments: ["prod"] }');
  }
  if ('github' in value && 'gitlab' in value) return never('must name one repository, on github or on gitlab');
  if ('github' in value) return githubPipeline;
  return 'gitlab' in value ? gitlabPipeline : never(knownHost);
});

export const pipelinesShape = listOf(pipelineShape, 'must be a list of pipelines');

// Amazon ECR API reference, CreateRepository
const imageRule = "must be a repository name like 'retail/shop', of lower-case letters, digits and ._-/ up to 256";
export const imagesShape = listOf(
  textOf(imageRule, [
    /^(?=.{2,256}$)(?:[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*\/)*[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/,
    imageRule,
  ]),
  'must be a list of image repositories',
);

export const deliveryShape = z.strictObject(
  { pipelines: pipelinesShape, images: imagesShape.optional() },
  'must list the pipelines that deploy, like { pipelines: [] }',
);

export const deliveryShapes = [deliveryShape, githubPipeline, gitlabPipeline, githubEnvironment, gitlabEnvironment];
