import { enterpriseUnit } from './account-names.ts';
import type { Draft } from './draft.ts';
import { type Path, type Problem, listedTwice, problemAt } from './problem.ts';

interface Image {
  readonly name: string;
  readonly path: Path;
  /** Whose list it stands in. */
  readonly unit: string;
  /** Whose delivery account holds it. */
  readonly heldBy: string;
}

/** Checks that no two image repositories of a delivery account have one name. */
export function checkImages({ enterprise, businessUnits = {} }: Draft): readonly Problem[] {
  const listed = (unit: string, heldBy: string, path: Path, names: readonly (string | undefined)[] = []) =>
    names.flatMap((name, index): readonly Image[] =>
      name === undefined ? [] : [{ name, path: [...path, 'images', index], unit, heldBy }],
    );
  const images = [
    ...listed(enterpriseUnit, enterpriseUnit, ['enterprise', 'delivery'], enterprise?.delivery?.images),
    ...Object.entries(businessUnits).flatMap(([unit, each]) =>
      listed(unit, each?.delivery === 'own' ? unit : enterpriseUnit, ['businessUnits', unit], each?.images),
    ),
  ];
  return images.flatMap((image, index) => {
    const other = images.findIndex(({ name, heldBy }) => name === image.name && heldBy === image.heldBy);
    const owner = images[other]?.unit;
    if (other === index || owner === undefined) return [];
    const rule = owner === image.unit ? listedTwice : `is an image repository of ${owner} already`;
    return [problemAt(image.path, rule, image.name)];
  });
}
