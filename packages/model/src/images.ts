import { enterpriseUnit, deliveryAccountName } from './account-names.ts';
import type { Organization } from './organization.ts';

/** An image repository that is canonical for the organization. */
export interface Image {
  /** `retail/shop`. */
  readonly name: string;
  /** Whose pipelines push to it: a business unit's, or the `enterprise`'s. */
  readonly unit: string;
}

/** The image repositories that stand in a delivery account. */
export function imagesIn(organization: Organization, deliveryAccount: string): readonly Image[] {
  const lists = [{ name: enterpriseUnit, images: organization.enterprise.images }, ...organization.businessUnits];
  return lists
    .filter(({ name }) => deliveryAccountName(organization, name) === deliveryAccount)
    .flatMap(({ name: unit, images }) => images.map((name): Image => ({ name, unit })));
}
