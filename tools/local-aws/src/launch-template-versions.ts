import {
  DescribeLaunchTemplateVersions$,
  type DescribeLaunchTemplateVersionsCommandInput,
  type DescribeLaunchTemplateVersionsCommandOutput,
  type _InstanceType,
} from '@aws-sdk/client-ec2';
import { AwsError } from './aws-error.ts';
import { launchTemplatesAt } from './launch-templates-at.ts';
import { type Call, operation } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import type { WorldLaunchTemplate } from './world.ts';

type Input = DescribeLaunchTemplateVersionsCommandInput;

/** Versions of one template, the newest first, or those that are asked for. */
export const describeLaunchTemplateVersions = operation<Input, DescribeLaunchTemplateVersionsCommandOutput>(
  DescribeLaunchTemplateVersions$,
  (input, call) => {
    refuseOthers(input);
    const template = getTemplate(input, call);
    const all = template.versions.map((_, index) => index + 1).reverse();
    const numbers = input.Versions?.map((version) => getNumber(version, template)) ?? all;
    const { page, next } = pageOf(numbers, input.MaxResults ?? 200, input.NextToken, { code: 'InvalidNextToken' });
    return {
      LaunchTemplateVersions: page.map((number) => describe(template, number)),
      ...withToken(next),
    };
  },
);

/** What would be overlooked otherwise. */
function refuseOthers({ MinVersion, MaxVersion, Filters, ResolveAlias }: Input): void {
  const given = Object.entries({ MinVersion, MaxVersion, Filters, ResolveAlias }).filter(
    ([, each]) => each !== undefined,
  );
  for (const [name] of given) {
    throw new AwsError(
      'UnsupportedOperation',
      `local-aws does not implement ${name} of ec2:DescribeLaunchTemplateVersions`,
    );
  }
}

/** Codes: EC2 API reference, error codes. Without a template AWS describes all of them, which nobody asks for here. */
function getTemplate({ LaunchTemplateId: id, LaunchTemplateName: name }: Input, { caller, region, world }: Call) {
  if ((id === undefined) === (name === undefined)) {
    throw new AwsError(
      'InvalidParameterCombination',
      'You must specify either the launch template ID or the launch template name, but not both.',
    );
  }
  const templates = launchTemplatesAt({ accountId: caller.accountId, region }, world);
  const template = templates.find((each) => (id === undefined ? each.name === name : each.id === id));
  if (template) return template;
  throw id === undefined
    ? new AwsError(
        'InvalidLaunchTemplateName.NotFoundException',
        `The specified launch template, with template name ${String(name)}, does not exist.`,
      )
    : new AwsError(
        'InvalidLaunchTemplateId.NotFound',
        `The specified launch template, with template ID ${id}, does not exist.`,
      );
}

function getNumber(version: string, { id, versions, defaultVersion }: WorldLaunchTemplate): number {
  const number = version === '$Latest' ? versions.length : version === '$Default' ? defaultVersion : Number(version);
  if (Number.isInteger(number) && number >= 1 && number <= versions.length) return number;
  throw new AwsError(
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find the specified version ${version} for the launch template with ID ${id}.`,
  );
}

function describe({ accountId, id, name, versions, defaultVersion }: WorldLaunchTemplate, number: number) {
  const type = versions[number - 1] ?? null;
  return {
    LaunchTemplateId: id,
    LaunchTemplateName: name,
    VersionNumber: number,
    CreateTime: new Date('2026-01-01T00:00:00Z'),
    CreatedBy: `arn:aws:iam::${accountId}:root`,
    DefaultVersion: number === defaultVersion,
    LaunchTemplateData: type === null ? {} : { InstanceType: type as _InstanceType },
  };
}
