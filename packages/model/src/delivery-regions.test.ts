import { findAccount } from './accounts.ts';
import { example } from './definition.fixture.ts';
import { type OrganizationDefinition, defineOrganization } from './definition.ts';
import { parseOrganization } from './parse-organization.ts';

const { shop, lab } = example.businessUnits;
const withImages = defineOrganization<string>({
  ...example,
  businessUnits: { shop: { ...shop, images: ['shop/web'] }, lab: { ...lab, images: ['lab/base'] } },
} as OrganizationDefinition);
const baseImage = defineOrganization<string>({
  ...example,
  enterprise: { ...example.enterprise, delivery: { ...example.enterprise.delivery, images: ['platform/base'] } },
});
const closed = defineOrganization<string>({
  ...withImages,
  businessUnits: {
    ...withImages.businessUnits,
    shop: { ...withImages.businessUnits['shop'], life: { dr: 'closing' }, overrides: { dr: { protect: false } } },
  },
} as OrganizationDefinition);

test.each<[title: string, OrganizationDefinition, account: string, regions: readonly string[]]>([
  ['holds no image', example, 'delivery', ['eu-west-1']],
  ['is shared, and where its units work away from home', withImages, 'delivery', ['eu-west-1', 'eu-central-1']],
  ['has an image of the enterprise only', baseImage, 'delivery', ['eu-west-1', 'eu-central-1']],
  ['is a unit’s own', withImages, 'lab-delivery', ['us-east-1', 'eu-west-1', 'eu-central-1']],
  ['is a unit’s own without images', example, 'lab-delivery', ['us-east-1']],
  ['served an account that closes', closed, 'delivery', ['eu-west-1']],
])('Regions of a delivery account that %s', (_, from, account, regions) => {
  expect(findAccount(parseOrganization(from), `example-${account}`)?.regions).toEqual(regions);
});
