import { createInterface } from 'node:readline/promises';
import { type Command, Option } from 'commander';
import { type OrgOptions, examples, orgOption, withContext } from '../command-parts.ts';
import { loadOrganization } from '../load-definition.ts';
import { UserError } from '../user-error.ts';
import { deploy, destroy } from './deploy-command.ts';
import { destroyable } from './destroy-account.ts';

interface DeployOptions extends OrgOptions {
  readonly dryRun?: true;
  readonly as?: 'planner';
  readonly stack?: readonly string[];
  readonly unit?: readonly string[];
  readonly destroyData?: readonly string[];
}

/** `bulkhead deploy` and `destroy`. */
export function addDeploymentCommands(program: Command): void {
  program
    .command('deploy')
    .description('brings an organization to AWS: every stack, in waves; run again, it goes on where it stopped')
    .addOption(orgOption())
    .option('--dry-run', 'print what would change, change nothing')
    .addOption(
      new Option('--as <role>', 'change nothing, read as the planner of each account, which reads no data')
        .choices(['planner'])
        .implies({ dryRun: true }),
    )
    .option('--stack <names...>', "these stacks only; '*' stands for any text")
    .option('--unit <names...>', 'accounts of these business units only: what their pipelines deploy')
    .option(
      '--destroy-data <stack/address...>',
      'lets a plan destroy what holds data or keys, which is refused otherwise: each by its name',
    )
    .addHelpText(
      'after',
      examples(
        'bulkhead deploy --org acme --dry-run',
        'bulkhead deploy --org acme',
        "bulkhead deploy --unit retail --stack '*-dev'",
        'bulkhead deploy --stack acme-shared-services acme-guardrails --dry-run',
        'bulkhead deploy --stack acme-bi-prod --destroy-data acme-bi-prod/aws_dynamodb_table.store-warehouse',
      ),
    )
    .action(async ({ org, dryRun, as: planAs, stack = [], unit = [], destroyData }: DeployOptions) => {
      await withContext(async (context) =>
        deploy(
          await loadOrganization(org, context.workspace),
          { dryRun: dryRun === true, planAs, stacks: stack, units: unit, ...(destroyData && { destroyData }) },
          context,
        ),
      );
    });

  program
    .command('destroy')
    .description(
      'destroys what Terraform made in one unprotected runtime account; the account itself stays, say life: closing to have it closed',
    )
    .argument('<account>', 'like acme-bi-sandbox')
    .addOption(orgOption())
    .option('--yes', 'do not ask')
    .addHelpText('after', examples('bulkhead destroy acme-bi-sandbox', 'bulkhead destroy acme-bi-sandbox --yes'))
    .action(async (account: string, { org, yes }: OrgOptions & { yes?: true }) => {
      await withContext(async (context) => {
        const loaded = await loadOrganization(org, context.workspace);
        destroyable(loaded, account);
        if (!yes) await confirm(account);
        await destroy(loaded, account, context);
      });
    });
}

async function confirm(account: string): Promise<void> {
  if (!process.stdin.isTTY) throw new UserError(`destroying ${account} wants a person to confirm, or --yes`);
  const question = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await question.question(
    `this destroys everything that Terraform made in ${account}\ntype its name to go on: `,
  );
  question.close();
  if (answer.trim() !== account) throw new UserError('not confirmed, nothing was destroyed');
}
