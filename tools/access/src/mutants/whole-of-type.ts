import { listOf, type StatementDocument } from '../policy/policy.ts';

/**
 * Actions that are about resources of one type only, and all of those that a policy could mean: a statement about them
 * that names all of these is about everything already, and can't be widened.
 *
 * Source: AWS Service Authorization Reference, actions of IAM, Amazon ECR and Amazon S3. Roles that are linked to a service
 * stand under one path: IAM User Guide, create a service-linked role. IAM is reached from within an account only, ECR
 * from others too.
 */
const wholes: Readonly<Record<string, RegExp>> = {
  'iam:CreateVirtualMFADevice': /^arn:aws:iam::(\d{12}|\*):mfa\/\*$/,
  'iam:CreateServiceLinkedRole': /^arn:aws:iam::(\d{12}|\*):role\/aws-service-role\/\*$/,
  'ecr:BatchCheckLayerAvailability': /^arn:aws:ecr:\*:\*:repository\/\*$/,
  'ecr:BatchGetImage': /^arn:aws:ecr:\*:\*:repository\/\*$/,
  'ecr:GetDownloadUrlForLayer': /^arn:aws:ecr:\*:\*:repository\/\*$/,
};

/** Whether a statement names every resource that its actions could be about. */
export function namesWholeType({ Action, Resource }: StatementDocument): boolean {
  const actions = listOf(Action);
  return (
    actions.length > 0 && actions.every((action) => listOf(Resource).some((arn) => wholes[action]?.test(arn) === true))
  );
}

/** The actions that are known to be about one type. */
export const actionsOfOneType: readonly string[] = Object.keys(wholes);
