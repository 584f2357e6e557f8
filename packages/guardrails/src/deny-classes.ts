import {
  type Organization,
  type RuntimeAccount,
  classesAbove,
  dataClasses,
  findException,
  weighingClassesIn,
} from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Condition, Statement } from './policy.ts';

const requested = 'aws:RequestTag/DataClass';
const present = 'aws:ResourceTag/DataClass';

/** Calls that take tags off stores, and say which. Source: Service Authorization Reference, `aws:TagKeys`. */
const untagCalls: readonly string[] = [
  'dynamodb:UntagResource',
  'ec2:DeleteTags',
  'elasticache:RemoveTagsFromResource',
  'elasticfilesystem:DeleteTags',
  'elasticfilesystem:UntagResource',
  'es:RemoveTags',
  'fsx:UntagResource',
  'kinesis:RemoveTagsFromStream',
  'kinesis:UntagResource',
  'rds:RemoveTagsFromResource',
  'redshift:DeleteTags',
  's3:UntagResource',
  'secretsmanager:UntagResource',
  'sns:UntagResource',
  'sqs:UntagQueue',
];

/**
 * At a runtime account: no store is made of, or retagged to, a class above the account's, unless an exception says so and
 * until its day; and what is sanitized or sensitive is called nothing less.
 *
 * It covers every service that knows the tags of a request, those to come included. Tag keys are compared without case.
 * It stands at accounts and never at a unit: a new account of a higher class would be locked out of its first
 * deployment. Source: IAM User Guide, global condition keys.
 */
export function denyClasses(organization: Organization, account: RuntimeAccount): readonly Statement[] {
  const { data } = account.rules;
  const exception = findException(organization, account, 'sensitive-data');
  const raise = (classes: readonly string[], until?: string): readonly Statement[] =>
    classes.length === 0
      ? []
      : [
          deny('Classes', ['*'], {
            StringEqualsIgnoreCase: { [requested]: classes },
            ...(until !== undefined && { DateGreaterThanEquals: { 'aws:CurrentTime': [`${until}T00:00:00Z`] } }),
          }),
        ];
  // nobody may lower them; what is below holds nothing of anybody
  const kept = weighingClassesIn(organization, account);
  const lower = kept.map((each) =>
    deny('Reclass', ['*'], {
      ...exceptRoles(deployerRoles),
      Null: { [requested]: ['false'] },
      StringEqualsIgnoreCase: { [present]: [each] },
      StringNotEqualsIgnoreCase: { [requested]: dataClasses.slice(dataClasses.indexOf(each)) },
    }),
  );
  const untag = deny('Unclass', untagCalls, {
    ...exceptRoles(deployerRoles),
    'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': ['DataClass'] },
  });
  return [...raise(classesAbove(data), exception?.until), ...lower, ...(kept.length > 0 ? [untag] : [])];
}

const deny = (Sid: string, Action: readonly string[], when: Condition): Statement => ({
  Sid,
  Effect: 'Deny',
  Action,
  Resource: ['*'],
  Condition: when,
});
