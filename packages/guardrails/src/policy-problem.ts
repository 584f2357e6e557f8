import type { StatementPolicyType } from './policy-type.ts';

/**
 * Why a document is no policy of a type, or undefined if it is one.
 *
 * Source: AWS Organizations User Guide, SCP syntax, RCP syntax.
 */
export function shapeProblem(document: unknown, type: StatementPolicyType): string | undefined {
  if (!isObject(document)) return 'no policy: a policy is an object';
  const unknown = Object.keys(document).filter((key) => key !== 'Version' && key !== 'Statement');
  if (unknown.length > 0) return `unknown members: ${unknown.join(', ')}`;
  if (document['Version'] !== '2012-10-17') return "its version must be '2012-10-17'";
  const { Statement } = document;
  const statements: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0) return 'it has no statement';
  return statements.map((statement) => statementProblem(statement, type)).find((problem) => problem !== undefined);
}

const members = ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

function statementProblem(statement: unknown, type: StatementPolicyType): string | undefined {
  if (!isObject(statement)) return 'a statement is an object';
  const { Sid, Effect, Principal, Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const name = typeof Sid === 'string' ? Sid : 'a statement without Sid';
  const unknown = Object.keys(statement).filter((key) => !members.includes(key));
  const ofResources = type === 'RESOURCE_CONTROL_POLICY';
  const problems: readonly (readonly [boolean, string])[] = [
    [Effect === 'Allow', 'allows, but policies here only deny: what is allowed stays with FullAWSAccess'],
    [Effect !== 'Deny', 'must have the effect Deny'],
    [unknown.length > 0, `has unknown members: ${unknown.join(', ')}`],
    [
      Sid !== undefined && !(typeof Sid === 'string' && /^[A-Za-z0-9]*$/.test(Sid)),
      'must have letters and digits as Sid',
    ],
    [!ofResources && Principal !== undefined, 'must have no Principal, a service control policy binds whom it is over'],
    [ofResources && Principal !== '*', "must have the Principal '*', a resource control policy is about everybody"],
    [(Action === undefined) === (NotAction === undefined), 'must have either Action or NotAction'],
    [(Resource === undefined) === (NotResource === undefined), 'must have either Resource or NotResource'],
    [ofResources && NotAction !== undefined, 'must have no NotAction, a resource control policy has none'],
    [
      ofResources && (Array.isArray(Action) ? Action : [Action]).includes('*'),
      "must name a service in every action, only AWS's own resource control policy is about '*'",
    ],
    [![Action ?? NotAction, Resource ?? NotResource].every(isTexts), 'must list texts as actions and resources'],
    [!isCondition(Condition), 'must have conditions like { operator: { key: values } }'],
  ];
  const problem = problems.find(([holds]) => holds);
  return problem && `${name} ${problem[1]}`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown) =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'));

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

const isCondition = (value: unknown) =>
  isObject(value) &&
  Object.values(value).every(
    (keys) =>
      isObject(keys) &&
      Object.values(keys).every((values) => isScalar(values) || (Array.isArray(values) && values.every(isScalar))),
  );
