import type { Finding } from '../terraform/finding.ts';

type FindingOf<Kind extends Finding['found']> = Extract<Finding, { readonly found: Kind }>;

/** The findings of one kind, in the order of the Terraform. */
export const findingsOf = <Kind extends Finding['found']>(
  findings: readonly Finding[],
  kind: Kind,
): readonly FindingOf<Kind>[] => findings.filter((each): each is FindingOf<Kind> => each.found === kind);
