import {
  DescribeOrganization$,
  type DescribeOrganizationCommandInput,
  type DescribeOrganizationCommandOutput,
  ListOrganizationalUnitsForParent$,
  type ListOrganizationalUnitsForParentCommandInput,
  type ListOrganizationalUnitsForParentCommandOutput,
  ListParents$,
  type ListParentsCommandInput,
  type ListParentsCommandOutput,
  ListRoots$,
  type ListRootsCommandInput,
  type ListRootsCommandOutput,
  type PolicyType,
} from '@aws-sdk/client-organizations';
import { AwsError } from './aws-error.ts';
import { type Operation, operation } from './operation.ts';
import { getParent } from './organizations-accounts.ts';
import { organizationArn, organizationPage, reads } from './organizations-access.ts';

export const unitOperations: readonly Operation[] = [
  // Any member may describe its organization.
  operation<DescribeOrganizationCommandInput, DescribeOrganizationCommandOutput>(
    DescribeOrganization$,
    (_, { world }) => {
      const { id, managementAccountId } = world.organization;
      const management = world.accounts.find((account) => account.id === managementAccountId);
      return {
        Organization: {
          Id: id,
          Arn: organizationArn(world, `organization/${id}`),
          FeatureSet: 'ALL',
          MasterAccountArn: organizationArn(world, `account/${id}/${managementAccountId}`),
          MasterAccountId: managementAccountId,
          ...(management ? { MasterAccountEmail: management.email } : {}),
          // Said to be no longer kept up to date, but still there (Organizations API reference).
          AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
        },
      };
    },
  ),
  operation<ListRootsCommandInput, ListRootsCommandOutput>(
    ListRoots$,
    (input, call) => {
      const { rootId, id } = call.world.organization;
      const PolicyTypes = call.world.policyTypes.map((Type) => ({
        Type: Type as PolicyType,
        Status: 'ENABLED' as const,
      }));
      const root = { Id: rootId, Arn: organizationArn(call.world, `root/${id}/${rootId}`), Name: 'Root', PolicyTypes };
      const { page, rest } = organizationPage([root], input, call);
      return { Roots: page, ...rest };
    },
    reads('ListRoots'),
  ),
  operation<ListOrganizationalUnitsForParentCommandInput, ListOrganizationalUnitsForParentCommandOutput>(
    ListOrganizationalUnitsForParent$,
    (input, call) => {
      const { world } = call;
      const parent = getParent(input.ParentId, call);
      const units = world.organizationalUnits.filter(({ parentId }) => parentId === parent);
      const { page, rest } = organizationPage(units, input, call);
      const describe = ({ id, name }: (typeof units)[number]) => ({
        Id: id,
        Arn: organizationArn(world, `ou/${world.organization.id}/${id}`),
        Name: name,
      });
      return { OrganizationalUnits: page.map(describe), ...rest };
    },
    reads('ListOrganizationalUnitsForParent'),
  ),
  operation<ListParentsCommandInput, ListParentsCommandOutput>(
    ListParents$,
    ({ ChildId }, { world }) => {
      const child = [...world.accounts, ...world.organizationalUnits].find(({ id }) => id === ChildId);
      if (!child) throw new AwsError('ChildNotFoundException', 'You specified a child that does not exist.');
      const isRoot = child.parentId === world.organization.rootId;
      return { Parents: [{ Id: child.parentId, Type: isRoot ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
    },
    reads('ListParents'),
  ),
];
