import { assume } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

interface Pipeline {
  readonly name: string;
  /** Subject of the token that applies, and of the one that plans. */
  readonly apply: string;
  readonly plan: string;
  readonly account: string;
  readonly accountId: string;
  readonly slug: string;
  readonly deploys: readonly string[];
  /** Prefix of its images and artifacts. */
  readonly images: readonly string[];
}

/** Where images are pushed; copies lie elsewhere. */
const homes = ['eu-west-1', 'us-east-1'];

/** Written by hand: the model must not say what the model is checked against. */
const pipelines: readonly Pipeline[] = [
  {
    name: 'the platform',
    apply: 'token.actions.githubusercontent.com repo:acme/platform:environment:prod',
    plan: 'token.actions.githubusercontent.com repo:acme/platform:environment:prod-plan',
    ...{ account: 'acme-delivery', accountId: '222200000003', slug: 'acme-platform-prod' },
    deploys: [
      ...['acme-shared-services', 'acme-startup-delivery'],
      ...['acme-retail-dev', 'acme-retail-stage', 'acme-retail-prod', 'acme-retail-dr'],
      ...['acme-bi-sandbox', 'acme-bi-dev', 'acme-bi-prod'],
    ],
    images: ['platform/base', 'retail/shop'],
  },
  {
    name: 'the startup',
    apply: 'gitlab.com project_path:startup/platform:ref_type:branch:ref:main',
    plan: 'gitlab.com project_path:startup/platform:ref_type:branch:ref:develop',
    ...{ account: 'acme-startup-delivery', accountId: '222200000004', slug: 'startup-platform-prod' },
    deploys: ['acme-startup-dev', 'acme-startup-prod'],
    images: [],
  },
];

/** Who deploys what in the example organization. */
export const acmePipelinePromises: readonly AccessPromise[] = pipelines.flatMap(
  ({ name, apply, plan, account, accountId, slug, deploys, images }): readonly AccessPromise[] =>
    [
      { verb: 'applies', subject: apply, role: `apply-${slug}`, target: 'deployer' },
      { verb: 'plans', subject: plan, role: `plan-${slug}`, target: 'planner' },
    ].flatMap(({ verb, subject, role, target }): readonly AccessPromise[] => [
      {
        sentence: `the pipeline of ${name} ${verb} with the token of its environment`,
        of: 'pipelines',
        who: { kinds: ['federated'], names: `${subject} in ${accountId}` },
        does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
        to: { kinds: ['role'], places: `${account}/bulkhead/${role}` },
        expected: 'allowed',
      },
      {
        sentence: `the token of the pipeline of ${name} that ${verb} is good for nothing else`,
        of: 'pipelines',
        who: { kinds: ['federated'], names: `${subject} in *` },
        does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
        to: { kinds: ['role'], places: `!${account}/bulkhead/${role}`, examples: false },
        expected: 'denied',
      },
      {
        sentence: `the pipeline of ${name} ${verb} in the accounts that it is for`,
        of: 'own-delivery',
        who: { kinds: ['role'], names: `bulkhead/${role}` },
        does: assume,
        to: { kinds: ['role'], places: deploys.map((each) => `${each}/bulkhead/${target}`) },
        expected: 'allowed',
      },
      {
        sentence: `the pipeline of ${name} ${verb} nowhere else, whatever it is allowed`,
        of: 'own-delivery',
        who: { kinds: ['role', 'unlimited'], names: [`bulkhead/${role}`, `bulkhead/${role},*`] },
        does: assume,
        to: { kinds: ['role'], places: deploys.map((each) => `!${each}/bulkhead/${target}`), examples: false },
        expected: 'denied',
      },
      {
        sentence: `the pipeline of ${name} ${verb} nowhere else, not even where a role lets everybody in`,
        of: 'own-delivery',
        who: { kinds: ['role'], names: `bulkhead/${role}` },
        does: assume,
        to: {
          kinds: ['opened-role'],
          places: [...deploys.map((each) => `!${each}/bulkhead/${target}*`), `!${account}/*`],
        },
        expected: 'denied',
      },
      {
        sentence: `the pipeline of ${name} that ${verb} reads the state of its accounts`,
        of: 'state',
        who: { kinds: ['role'], names: `bulkhead/${role}` },
        does: { actions: ['s3:GetObject'] },
        to: {
          kinds: ['object'],
          places: deploys.map((each) => `acme-delivery/acme-state-*/${each}.tfstate`),
          examples: false,
        },
        expected: 'allowed',
      },
      {
        sentence: `the pipeline of ${name} that ${verb} reads and writes no other state`,
        of: 'state',
        who: { kinds: ['role'], names: `bulkhead/${role}` },
        does: { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] },
        to: {
          kinds: ['object'],
          places: [
            'acme-delivery/acme-state-*',
            ...[...deploys, account].flatMap((each) => [`!*/${each}.tfstate`, `!*/${each}.tfstate.tflock`]),
          ],
        },
        expected: 'denied',
      },
      ...(images.length === 0 || verb === 'plans'
        ? []
        : [
            {
              sentence: `the pipeline of ${name} pushes its images`,
              of: 'artifacts',
              who: { kinds: ['role'], names: `bulkhead/${role}` },
              does: { actions: ['ecr:PutImage'] },
              to: { kinds: ['repository'], names: images, regions: homes, examples: false },
              expected: 'allowed',
            } as const,
          ]),
      {
        sentence: `the pipeline of ${name} that ${verb} writes no other image and no artifact outside of its account`,
        of: 'artifacts',
        who: { kinds: ['role'], names: `bulkhead/${role}` },
        does: ['write-data'],
        to: {
          kinds: ['repository', 'object'],
          places: [...images.map((each) => `!*/${each}`), `!${account}/*-artifacts-*/*`, '!acme-delivery/acme-state-*'],
        },
        expected: 'denied',
      },
    ]),
);
