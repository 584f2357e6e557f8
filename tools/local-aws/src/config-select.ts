import { AwsError } from './aws-error.ts';

/** A query of the kinds that this machine's AWS Config takes. */
export interface ConfigQuery {
  /** Properties of a resource, in the order in which they were asked for. */
  readonly properties: readonly string[];
  /** Resource types that are wanted; undefined wants all. */
  readonly types: readonly string[] | undefined;
  /** The property by which resources are counted. */
  readonly countedBy: string | undefined;
}

const select =
  /^SELECT (?<properties>.+?)(?: WHERE resourceType IN \((?<types>'[^']*'(?:, ?'[^']*')*)\))?(?: GROUP BY (?<group>\w+))?$/;

const known = new Set([
  ...['accountId', 'arn', 'awsRegion', 'configuration', 'configurationItemCaptureTime', 'resourceId', 'resourceName'],
  ...['resourceType', 'supplementaryConfiguration', 'tags'],
]);

/**
 * Parses `SELECT <properties> [WHERE resourceType IN (…)]` and `SELECT <property>, COUNT(*) … GROUP BY <property>`.
 *
 * @throws AwsError for anything else, also for what AWS would take
 * Source: AWS Config Developer Guide, query components.
 */
export function parseConfigQuery(expression: string): ConfigQuery {
  const { properties = '', types, group } = select.exec(expression)?.groups ?? {};
  const names = properties.split(', ');
  const plain = names.filter((name) => name !== 'COUNT(*)');
  const wrong = plain.find((name) => !known.has(name));
  const isCount = plain.length < names.length;
  const isGrouped = group !== undefined && plain.length === 1 && plain[0] === group;
  if (wrong !== undefined || isCount !== isGrouped) {
    throw new AwsError(
      'InvalidExpressionException',
      `The query is not valid or not known here: ${wrong ?? expression}`,
    );
  }
  return {
    properties: plain,
    types: types?.split(/, ?/).map((type) => type.slice(1, -1)),
    countedBy: group,
  };
}
