/**
 * A pattern of a policy with its variables, `${aws:PrincipalAccount}`, replaced by what the request has. What a variable
 * stands for is no wildcard: it is escaped as IAM lets a person escape, `${*}`.
 *
 * @param context Condition keys in lower case.
 * @returns undefined where the request lacks a key and the policy names no default: such a pattern fits nothing.
 * Source: IAM User Guide, policy variables.
 */
export function withVariables(pattern: string, context: Readonly<Record<string, string>>): string | undefined {
  const missing: string[] = [];
  const text = pattern.replace(variable, (_, key: string, fallback: string | undefined) => {
    const value = context[key.toLowerCase()] ?? fallback;
    if (value === undefined) missing.push(key);
    return (value ?? '').replace(/[*?$]/g, '${$&}');
  });
  return missing.length === 0 ? text : undefined;
}

const variable = /\$\{([^}*?$,]+?)(?:,\s*'([^']*)')?\}/g;

/** A pattern without wildcards as the text that it stands for. */
export const withoutEscapes = (pattern: string): string => pattern.replace(/\$\{([*?$])\}/g, '$1');
