import { attachmentOperations } from './organizations-attachments.ts';
import { accountOperations } from './organizations-accounts.ts';
import { policyOperations } from './organizations-policies.ts';
import { unitOperations } from './organizations-units.ts';
import { awsJson } from './protocols.ts';
import { type Service, jsonCodes } from './service.ts';

export const organizations: Service = {
  name: 'organizations',
  target: 'AWSOrganizationsV20161128',
  protocol: awsJson('1.1'),
  codes: jsonCodes,
  operations: [...unitOperations, ...accountOperations, ...policyOperations, ...attachmentOperations],
};
