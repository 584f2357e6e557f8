import { DefinitionChangeError, parseChange } from './definition-change.ts';

test.each([
  ['add', 'unit=media,phases=dev+prod', { kind: 'add', unit: 'media', phases: ['dev', 'prod'] }],
  ['add', 'phase=stage,unit=bi', { kind: 'add', unit: 'bi', phases: ['stage'] }],
  [
    'add',
    'unit=media,phase=dev,owner=media@acme.example,costCenter=CC-3,regions=eu-west-1+us-east-1',
    {
      kind: 'add',
      unit: 'media',
      phases: ['dev'],
      owner: 'media@acme.example',
      costCenter: 'CC-3',
      regions: ['eu-west-1', 'us-east-1'],
    },
  ],
  ['remove', 'unit=bi', { kind: 'remove', unit: 'bi' }],
  ['remove', 'unit=bi,phase=sandbox', { kind: 'remove', unit: 'bi', phases: ['sandbox'] }],
  ['remove', 'path=enterprise.budget', { kind: 'remove', path: 'enterprise.budget' }],
  ['set', 'a.b[0].c=x=y', { kind: 'set', path: 'a.b[0].c', value: 'x=y' }],
  ['set', 'a=', { kind: 'set', path: 'a', value: '' }],
] as const)('--%s %s is understood', (kind, text, change) => {
  expect(parseChange(kind, text)).toEqual(change);
});

test.each([
  ['add', 'uni=media,phases=dev', 'uni is none of unit, phase, phases, owner, costCenter, regions, did you mean unit?'],
  ['add', 'unit=media', 'names no phases'],
  ['add', 'unit=media,phases=+', 'names no phases'],
  ['add', 'phases=dev', 'names no unit'],
  ['add', 'media', 'media is no key=value'],
  ['add', 'unit=,phases=dev', 'unit= is no key=value'],
  ['add', '', 'an empty part is no key=value'],
  ['add', 'unit=a,phase=dev,phases=prod', 'phases stands there twice, join values with + like dev+prod'],
  ['remove', 'unit=bi,phase=+', 'names no phases'],
  ['remove', 'unit=bi,path=a', 'a path is removed alone'],
  ['remove', 'unit=bi,owner=a', 'owner is none of unit, phase, phases, path'],
  ['set', 'accountQuota', 'is no path with a value'],
  ['set', '=5', 'is no path with a value'],
] as const)('--%s %j is refused, with an example: %s', (kind, text, message) => {
  const parse = () => parseChange(kind, text);
  expect(parse).toThrow(DefinitionChangeError);
  expect(parse).toThrow(`--${kind} ${text}: ${message}\n  write it like --${kind} `);
});
