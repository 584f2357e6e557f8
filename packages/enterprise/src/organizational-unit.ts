import { OrganizationsOrganizationalUnit } from '@cdktf/provider-aws/lib/organizations-organizational-unit/index.js';
import { Construct } from 'constructs';

export interface OrganizationalUnitProps {
  /** Path from the root: `Runtime/Dev`. */
  readonly path: string;
  readonly parentId: string;
}

/** An organizational unit: where guardrails of a phase are attached. */
export class OrganizationalUnit extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, { path, parentId }: OrganizationalUnitProps) {
    super(scope, id);
    const name = path.slice(path.lastIndexOf('/') + 1);
    this.id = new OrganizationsOrganizationalUnit(this, 'Default', { name, parentId }).id;
  }
}
