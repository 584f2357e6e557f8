import { type OrganizationDefinition, defineOrganization } from '@bulkhead/model';
import { type Stacks, definition, statementsOf } from './context.fixture.ts';

/** Both hosts; a unit that the enterprise deploys, one with a delivery account of its own, and a protected phase. */
export const delivering: OrganizationDefinition = defineOrganization<string>({
  ...definition,
  enterprise: {
    ...definition.enterprise,
    delivery: {
      pipelines: [
        {
          github: 'example/platform',
          environments: ['prod', { name: 'dev', phases: ['dev'], protected: false }],
        },
      ],
      images: ['platform/base'],
    },
  },
  phases: { ...definition.phases, prod: { purpose: 'customers', data: 'sensitive', protect: true } },
  businessUnits: {
    desk: { owner: 'desk@example.com', costCenter: 'CC-3', phases: ['dev', 'prod'], images: ['desk/web'] },
    shop: {
      owner: 'shop@example.com',
      costCenter: 'CC-2',
      phases: ['dev', 'prod'],
      delivery: 'own',
      pipelines: [
        { gitlab: 'shop/tools/live', environments: [{ name: 'prod', branch: 'main', planBranch: 'develop' }] },
      ],
      images: ['shop/web'],
    },
  },
});

const covers = (patterns: string | readonly string[] | undefined, text: string) =>
  [patterns ?? []].flat().some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));

/** Whether the inline policy of a role lets it do something, by its own word: managed policies aside. */
export function may(stacks: Stacks, stack: string, role: string, action: string, resource: string): boolean {
  const statements = statementsOf(stacks[stack], new RegExp(`^aws_iam_role_policy\\.${role}_permissions`));
  const matching = statements.filter((each) => covers(each.Action, action) && covers(each.Resource, resource));
  return matching.some(({ Effect }) => Effect === 'Allow') && matching.every(({ Effect }) => Effect === 'Allow');
}
