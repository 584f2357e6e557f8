import type { Command } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson, withContext } from '../command-parts.ts';

interface ScopeOptions extends OrgOptions {
  readonly unit?: string;
  readonly phase?: string;
}

/** `bulkhead limits plan`, `apply` and `explain`. They load what calls AWS when they are used. */
export function addLimitsCommands(program: Command): void {
  const limits = program.command('limits').description('what phases may use, what AWS grants, and what holds a limit');
  limits
    .command('plan')
    .description('what each phase allows, what AWS grants, what is pending and what runs; changes nothing')
    .addOption(orgOption())
    .option('--unit <name>', 'accounts of this business unit only')
    .option('--phase <name>', 'accounts of this phase only')
    .option('--out <file>', 'keep the plan, to review it and to apply just that')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `\nEnds with 0 when there is nothing to do, 2 for changes, 3 for waiting only, 1 for an error or something unknown.\n${examples(
        'bulkhead limits plan',
        'bulkhead limits plan --unit retail --phase dev --out plan.json',
      )}`,
    )
    .action(async ({ org, out, json, ...scope }: ScopeOptions & { readonly out?: string }) => {
      const { planLimits, renderLimits } = await import('./limits.ts');
      const { plan, exitCode } = await withContext((context) => planLimits(org, scope, out, context));
      if (json) printJson(plan);
      else print(renderLimits(plan));
      process.exitCode = exitCode;
    });

  limits
    .command('apply')
    .description('asks AWS for the quotas that a plan names, and for nothing else; can be run again at any time')
    .argument('[plan]', 'a file of `limits plan --out`; refused when the world has moved since')
    .addOption(orgOption())
    .option('--unit <name>', 'accounts of this business unit only')
    .option('--phase <name>', 'accounts of this phase only')
    .addOption(jsonOption())
    .addHelpText('after', examples('bulkhead limits apply', 'bulkhead limits apply plan.json'))
    .action(async (file: string | undefined, { org, json, ...scope }: ScopeOptions) => {
      const { applyLimits, renderOutcomes } = await import('./limits.ts');
      const { outcomes, exitCode } = await withContext((context) => applyLimits(org, scope, file, context));
      if (json) printJson(outcomes);
      else print(renderOutcomes(outcomes));
      process.exitCode = exitCode;
    });

  limits
    .command('explain')
    .description('from the sentence in the definition to the numbers in each Region, and what happens at the cap')
    .argument('<account>', 'like acme-retail-dev')
    .argument('<instance type>', 'like m5.12xlarge')
    .addOption(orgOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('bulkhead limits explain acme-retail-dev m5.12xlarge'))
    .action(async (account: string, instanceType: string, { org, json }: OrgOptions) => {
      const { explain, renderExplanation } = await import('./limits.ts');
      const explanation = await withContext((context) => explain(org, account, instanceType, context));
      if (json) printJson(explanation);
      else print(renderExplanation(explanation));
    });
}
