import { type OrganizationDefinition, type PhaseSettings, type RuntimeAccount, findQuotaPool } from '@bulkhead/model';

/** A sentence of the definition and where it stands, `phases.dev.limits[0]`. */
export interface LimitSentence {
  readonly path: string;
  readonly text: string;
}

/** The sentences that hold for an instance type in an account, the type's own cap first; none where nothing does. */
export function limitSentences(
  definition: OrganizationDefinition,
  { unit, phase }: RuntimeAccount,
  instanceType: string,
): readonly LimitSentence[] {
  const limits = findSetting(definition, unit, phase, 'limits');
  const index = limits?.value.findIndex((cap) => cap.instanceType === instanceType) ?? -1;
  const cap = limits?.value[index];
  const allowance = findSetting(definition, unit, phase, 'otherVcpu');
  const shape = findSetting(definition, unit, phase, 'instanceTypes');
  const atCap = findSetting(definition, unit, phase, 'atCap');
  return [
    ...(limits && cap
      ? [{ path: `${limits.path}[${index}]`, text: `at most ${cap.atMost} ${instanceType} in each account` }]
      : []),
    ...(limits && !cap ? [{ path: limits.path, text: `${instanceType} has no cap of its own` }] : []),
    ...(allowance && findQuotaPool(instanceType)?.name === 'standard'
      ? [{ path: allowance.path, text: `${allowance.value} vCPU for types of the standard pool without a cap` }]
      : []),
    ...(shape ? [{ path: shape.path, text: `only ${shape.value.join(', ')} may be launched` }] : []),
    ...(atCap ? [{ path: atCap.path, text: `${atCap.value} at the cap` }] : []),
  ];
}

/** Where a setting comes from: the unit's own before the phase's, and those before the phase's that it follows. */
function findSetting<Key extends keyof PhaseSettings>(
  definition: OrganizationDefinition,
  unit: string,
  phase: string,
  key: Key,
): { readonly path: string; readonly value: NonNullable<PhaseSettings[Key]> } | undefined {
  const own = definition.businessUnits[unit]?.overrides?.[phase]?.[key];
  if (own !== undefined) return { path: `businessUnits.${unit}.overrides.${phase}.${key}`, value: own };
  const general = definition.phases[phase];
  const value = general?.[key];
  if (value !== undefined) return { path: `phases.${phase}.${key}`, value };
  return general?.follows === undefined ? undefined : findSetting(definition, unit, general.follows, key);
}
