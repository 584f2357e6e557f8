import type { Command } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson } from './command-parts.ts';
import { findWorkspace } from './find-organization.ts';
import { loadOrganization } from './load-definition.ts';

/** `bulkhead guardrails`. */
export function addGuardrailsCommand(program: Command): void {
  program
    .command('guardrails')
    .description(
      "policies and bytes that guardrails use of AWS's limits, and those left, for every root, unit and account",
    )
    .addOption(orgOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('bulkhead guardrails', 'bulkhead guardrails --org example --json'))
    .action(async ({ org, json }: OrgOptions) => {
      const { organization, lock } = await loadOrganization(org, findWorkspace(process.cwd()));
      const { policyRoomJson, policyRoomOf } = await import('./policy-room.ts');
      const room = policyRoomOf(organization, lock);
      if (json) {
        printJson(policyRoomJson(room));
        return;
      }
      const { renderPolicyRoom } = await import('./show-policy-room.ts');
      print(renderPolicyRoom(room));
    });
}
