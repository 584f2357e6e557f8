/** What deploys, and the images that the shared delivery account holds. */
export interface DeliveryDefinition {
  readonly pipelines: readonly PipelineDefinition[];
  /** Image repositories that are canonical for the organization: `platform/base`. */
  readonly images?: readonly string[];
}

/** A repository whose pipelines may deploy. */
export type PipelineDefinition = GithubPipeline | GitlabPipeline;

export interface GithubPipeline {
  /** `owner/repository`. */
  readonly github: string;
  /** A text is `{ name }`. */
  readonly environments: readonly (string | GithubEnvironment)[];
}

/** A GitHub environment that deploys. */
export interface GithubEnvironment {
  readonly name: string;
  /** The GitHub environment that plans. Default `<name>-plan`. */
  readonly plan?: string;
  /** By default every phase, and for a protected environment of the enterprise the enterprise accounts too. */
  readonly phases?: readonly string[];
  /** Whether reviewers are asked before it runs. Default true. */
  readonly protected?: boolean;
}

export interface GitlabPipeline {
  /** `group/project`, with any number of subgroups, on gitlab.com. */
  readonly gitlab: string;
  readonly environments: readonly GitlabEnvironment[];
}

/** Branches that deploy: GitLab's token says the branch of a job, not its environment. */
export interface GitlabEnvironment {
  /** Stands only in names of roles. */
  readonly name: string;
  /** The protected branch that applies. */
  readonly branch: string;
  /** Another branch, which plans. */
  readonly planBranch: string;
  /** By default every phase, and for a protected environment of the enterprise the enterprise accounts too. */
  readonly phases?: readonly string[];
  /** Whether reviewers are asked before it runs. Default true. */
  readonly protected?: boolean;
}
