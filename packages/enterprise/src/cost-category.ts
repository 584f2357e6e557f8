import { CeCostCategory } from '@cdktf/provider-aws/lib/ce-cost-category/index.js';
import { Construct } from 'constructs';

export interface CostCategoryProps {
  readonly name: string;
  /** Account ids by value: `retail` to its accounts. */
  readonly accountsByValue: ReadonlyMap<string, readonly string[]>;
}

/** Spend by a property of accounts in AWS's own consoles. The key is the account, not a tag on a resource. */
export class CostCategory extends Construct {
  constructor(scope: Construct, id: string, { name, accountsByValue }: CostCategoryProps) {
    super(scope, id);
    new CeCostCategory(this, 'Default', {
      name,
      ruleVersion: 'CostCategoryExpression.v1',
      defaultValue: 'unallocated',
      rule: [...accountsByValue].map(([value, accountIds]) => ({
        type: 'REGULAR',
        value,
        rule: { dimension: { key: 'LINKED_ACCOUNT', matchOptions: ['EQUALS'], values: [...accountIds] } },
      })),
    });
  }
}
