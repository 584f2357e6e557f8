import type { StoreUses } from '../store-uses.ts';

export const busUses: StoreUses = {
  uses: { publish: [{ name: '', actions: ['events:PutEvents'] }] },
  resourceInPolicy: 'arn',
};
