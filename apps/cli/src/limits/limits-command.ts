import { type Command, InvalidArgumentError, Option } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson, withContext } from '../command-parts.ts';

interface LimitsOptions extends OrgOptions {
  readonly unit?: string;
  readonly phase?: string;
  readonly timeout: number;
}

const exitCodes = `
Ends with
  0  nothing to do
  2  changes: to make, or made
  3  nothing to do but wait for AWS
  1  an error, or something that could not be read
`;

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
    .addOption(timeoutOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `${exitCodes}${examples('bulkhead limits plan', 'bulkhead limits plan --unit retail --phase dev --out plan.json')}`,
    )
    .action(async ({ org, json, out, timeout, ...scope }: LimitsOptions & { readonly out?: string }) => {
      const { planLimits, renderLimits } = await import('./limits.ts');
      const options = { timeout, ...(out !== undefined && { out }) };
      const { plan, closing, exitCode } = await withContext((context) => planLimits(org, scope, options, context));
      if (json) printJson(plan);
      else print(renderLimits(plan, { closing }));
      process.exitCode = exitCode;
    });

  limits
    .command('apply')
    .description('asks AWS for the quotas that a plan names, and for nothing else; can be run again at any time')
    .argument('[plan]', 'a file of `limits plan --out`; refused when the world has moved since')
    .addOption(orgOption())
    .option('--unit <name>', 'accounts of this business unit only')
    .option('--phase <name>', 'accounts of this phase only')
    .addOption(timeoutOption())
    .addOption(jsonOption())
    .addHelpText('after', `${exitCodes}${examples('bulkhead limits apply', 'bulkhead limits apply plan.json')}`)
    .action(async (file: string | undefined, { org, json, timeout, ...scope }: LimitsOptions) => {
      const { applyLimits, renderOutcomes } = await import('./limits.ts');
      const options = { timeout, ...(file !== undefined && { file }) };
      const { plan, outcomes, exitCode } = await withContext((context) => applyLimits(org, scope, options, context));
      if (json) printJson({ plan, outcomes });
      else print(renderOutcomes(plan, outcomes));
      process.exitCode = exitCode;
    });

  limits
    .command('explain')
    .description('from the sentence in the definition to the numbers in each Region, and what happens at the cap')
    .argument('<account>', 'like acme-retail-dev')
    .argument('<instance type>', 'like m5.12xlarge')
    .addOption(orgOption())
    .addOption(timeoutOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('bulkhead limits explain acme-retail-dev m5.12xlarge'))
    .action(async (account: string, instanceType: string, { org, json, timeout }: LimitsOptions) => {
      const { explain, renderExplanation } = await import('./limits.ts');
      const { explanation, exitCode } = await withContext((context) =>
        explain(org, account, instanceType, { timeout }, context),
      );
      if (json) printJson(explanation);
      else print(renderExplanation(explanation));
      process.exitCode = exitCode;
    });
}

const timeoutOption = () =>
  new Option('--timeout <seconds>', 'until a call that AWS does not answer is made again')
    .env('BULKHEAD_AWS_TIMEOUT')
    .default(30)
    .argParser(parseSeconds);

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 600) return seconds;
  throw new InvalidArgumentError(`seconds are a number above 0, up to 600, got: ${text}`);
}
