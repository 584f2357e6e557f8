import { z } from 'zod';
import { digestOf } from './digest.ts';
import { planSchema } from './plan-schema.ts';
import type { Plan, QuotaAction } from './plan.ts';

const format = 'bulkhead-limits-plan-1';
const fileSchema = z.strictObject({ format: z.literal(format), digest: z.string(), plan: planSchema });

/** A plan file that can't be applied. Holds all problems, each with where it stands. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`the plan file can't be applied, plan again\n${problems.map((each) => `- ${each}`).join('\n')}`, options);
    this.problems = problems;
  }
}

/** A plan as the JSON text of a file, with a digest over what it says. */
export function renderPlan(plan: Plan): string {
  return `${JSON.stringify({ format, digest: digestOf(plan), plan }, null, 2)}\n`;
}

/**
 * Reads a plan that `renderPlan` wrote.
 *
 * @throws PlanFileError where the text is no plan, was edited, or asks for more than its own limits allow
 */
export function parsePlan(text: string): Plan {
  const { success, data, error } = fileSchema.safeParse(parseJson(text));
  if (!success) throw new PlanFileError(error.issues.map(problemOf));
  const { digest, plan } = data;
  const edited =
    digestOf(plan) === digest
      ? []
      : [`digest: must be that of the plan, which was edited by hand or written elsewhere, got: ${digest}`];
  const problems = [...edited, ...plan.actions.flatMap((action, index) => problemsOfAction(action, index, plan))];
  if (problems.length > 0) throw new PlanFileError(problems);
  return plan;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PlanFileError(['the file: must be JSON as `limits plan --out` writes it, it may be cut off'], { cause });
  }
}

const problemOf = ({ path, message }: z.core.$ZodIssue) =>
  `${path.length === 0 ? 'the file' : path.map(String).join('.')}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;

/** An edit may come with the right digest: what an action asks for still has to be its limit's ceiling. */
function problemsOfAction({ place, quotaCode, from, to }: QuotaAction, index: number, plan: Plan): readonly string[] {
  const at = `plan.actions.${index}`;
  const limit = plan.limits.find(
    (each) => each.accountId === place.accountId && each.region === place.region && each.quotaCode === quotaCode,
  );
  if (limit?.state !== 'to-request' || !limit.granted.known) {
    return [
      `${at}: must stand for a limit that is to be requested, got: ${quotaCode} in ${place.accountId} ${place.region}`,
    ];
  }
  return [
    ...(to === limit.ceiling ? [] : [`${at}.to: must be the ceiling of ${limit.ceiling} vCPU, got: ${to}`]),
    ...(from === limit.granted.value.vcpu ? [] : [`${at}.from: must be what is granted, got: ${from}`]),
  ];
}
