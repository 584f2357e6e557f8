/**
 * What the design says about who may do what, a sentence each. Every promise stands for one of them, and each of them has
 * a promise: a sentence that nobody can ask of policies is a hope.
 */
export const sentences = {
  walls: 'an account is the strongest wall: what is lost in one does not reach into another',
  perimeter: 'only principals of the organization, named exceptions and services that work for it reach what it holds',
  management: 'the management account runs nothing, and one protected pipeline deploys it',
  declared: 'access from account to account exists only where it was declared',

  'sign-in': 'people sign in to identity with a second factor of a bounded age and assume roles elsewhere',
  'own-password': 'people look after their own password and device, and have no keys',
  members: 'a group assumes exactly the roles that the model gives its members',
  'iam-changes': 'security administrators and automation alone change IAM in identity',
  'no-workload': 'no workload is deployed in identity',
  'iam-only': 'a policy disables in identity what is not about IAM, but for the baseline of the platform',
  'sign-in-modes': 'people are users of IAM or come from an identity provider, and become the same local roles',
  'break-glass': 'two sealed principals act in an emergency, within every guardrail',

  'flows-in': 'telemetry of AWS, infrastructure and applications flows into shared services',
  readers: 'it is read by people who may be powerful elsewhere, each reader what it is for',
  unmodified: 'nobody modifies it: no administrator, and not who deploys it',
  'keys-kept': 'keys that telemetry, artifacts and state are encrypted with are lost by nobody',

  artifacts: 'delivery holds the canonical artifacts: the organization reads them, its pipelines write them',
  'out-of-reach': 'people use delivery: its compute, storage and secrets are out of their reach',
  'delivery-administrators': 'delivery is administered by security administrators, who do not become the platform',
  pipelines: 'delivery manages infrastructure: pipelines of exact repositories and environments plan and apply',
  'own-delivery': 'a unit with a delivery account of its own deploys its accounts, and nobody else does',
  state: "pipelines read their own state, and the organization's has a bucket of its own",

  'units-differ': 'business units differ in phases, Regions, roles and limits',
  'phases-apart': 'what is lost in one phase reaches no other one',
  builds: 'engineers build freely where data is harmless, and nowhere else',
  boundary: 'they lift no boundary, and open the account to no other one by a call of its own',
  operators: 'operators restart, scale and fail over what pipelines deployed, and nothing more',
  'people-read-nothing': 'people observe, and read no data in stage and prod by default',
  ends: 'in an account that has ended nothing is made',
  classes: 'no store is of a class above that of its account',
  untagged: 'a store without a class is made by no direct call',
  sharing: 'nothing is shared with or copied to another account but by a grant',
  kept: 'what a protected account holds is deleted by nobody but who builds it',
  'local-roles': 'roles are local to an account: who builds in dev does not in stage or prod',
  sensitive: 'sensitive data is not read by people by default',
  limits: 'each phase has limits, and raising them is reserved to the controller',
  'instance-types': 'a phase that lists instance types launches no other',
  spend: 'spend is read by who only reads',
  controller: 'the controller keeps limits, is unreachable from pipelines and attaches freezes only',

  organization: 'an account stays in the organization, under its guardrails',
  'root-user': 'nobody works as the root user, but security automation in sessions of AssumeRoot',
  regions: 'work happens in the Regions of the organization or of the unit',
  platform: 'nobody but the platform touches its roles, policies and telemetry',
  'no-users': 'outside of identity there are no users and no keys',
  'not-public': 'nothing is opened to the whole world',
  federation: 'whose tokens an account takes is pinned by provider, audience and subject',
  suspended: 'a suspended account does nothing but support and billing',
} as const;

/** A sentence by its name. */
export type Sentence = keyof typeof sentences;
