import type { StoreUses } from '../store-uses.ts';

/** Who pulls asks for a token at home first. A repository's policy takes no resource: it is about itself. */
export const repositoryUses: StoreUses = {
  uses: {
    'read-data': [
      {
        name: '',
        actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      },
    ],
  },
  atHome: ['ecr:GetAuthorizationToken'],
  resourceInPolicy: undefined,
};
