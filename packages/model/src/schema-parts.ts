import { z } from 'zod';

/** Parts of shapes. Each says its rule in the words of the definition, whichever way it is broken. */
export const text = (rule: string) => z.string(rule).min(1, rule);
export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `must be one of ${values.map((value) => `'${value}'`).join(', ')}`);
export const listOf = <T extends z.ZodType>(item: T, rule: string) => z.array(item, rule);
export const wholeNumber = (min: number, rule: string) => z.int(rule).min(min, rule);
export const wholeNumberUpTo = (min: number, max: number, rule: string) => wholeNumber(min, rule).max(max, rule);

export const email = z
  .string('must be an e-mail address')
  .regex(/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/, 'must be an e-mail address');

// Tag values of AWS accounts: the letters that every service accepts, at most 256 of them.
export const costCenter = z
  .string('must be a cost center, as text')
  .regex(
    /^[\p{L}\p{N} _.:/=+\-@]{1,256}$/u,
    'must have 1 to 256 letters, digits, spaces or _.:/=+-@, it becomes a tag',
  );

export const budgetShape = z.strictObject(
  {
    amount: z
      .string("must be decimal text like '20000' or '19.50', in quotes: money is never a float")
      .regex(/^(?=.*[1-9])\d{1,12}(\.\d{1,2})?$/, 'must be a decimal over 0 with at most two places'),
    currency: z.literal('USD', "must be 'USD', the currency of AWS budgets"),
    per: z.literal('month', "must be 'month'"),
  },
  'must be a budget like { amount: "20000", currency: "USD", per: "month" }',
);

/**
 * A text that keeps several rules and breaks the first one that it doesn't keep: one message per mistake.
 *
 * @param rule what it must be, when it is no text at all
 */
export function textOf(rule: string, ...rules: readonly (readonly [pattern: RegExp, rule: string])[]) {
  return rules.reduce<z.ZodString>(
    (shape, [pattern, error]) => shape.regex(pattern, { error, abort: true }),
    z.string(rule),
  );
}

/** The shape that is chosen by the value. A union would say of a wrong part only that no choice fits. */
export function chosenBy(choose: (value: unknown) => z.ZodType) {
  return z.unknown().superRefine((value, context) => {
    const { error } = choose(value).safeParse(value);
    for (const issue of error?.issues ?? []) context.addIssue({ ...issue });
  });
}

/** A shape that nothing has. */
export const never = (rule: string) => z.never(rule);

/** A day as `2027-03-31`. JavaScript moves days that the calendar lacks on to the next month. */
export function day(rule: string) {
  return textOf(`${rule}, like '2027-03-31'`, [/^\d{4}-\d{2}-\d{2}$/, `${rule}, like '2027-03-31'`]).refine(
    (value) => {
      const time = Date.parse(`${value}T00:00:00Z`);
      return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
    },
    { error: 'must be a day that the calendar has' },
  );
}
