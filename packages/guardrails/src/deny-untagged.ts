import type { Statement } from './policy.ts';
import { storeCreations } from './store-actions.ts';

/**
 * At the unit Runtime: nobody makes a store without saying how sensitive its data is.
 *
 * A service that calls for somebody, like CloudFormation, may not pass tags on: `aws:CalledVia` is there then, and what
 * it makes is reported instead. Source: IAM User Guide, `aws:CalledVia`.
 */
export function denyUntagged(): readonly Statement[] {
  return [
    {
      Sid: 'Untagged',
      Effect: 'Deny',
      Action: storeCreations,
      Resource: ['*'],
      Condition: { Null: { 'aws:CalledVia': ['true'], 'aws:RequestTag/DataClass': ['true'] } },
    },
  ];
}
