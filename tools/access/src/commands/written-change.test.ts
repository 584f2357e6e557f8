import { changeOf, checkChanges } from './written-change.ts';

test.each([
  ['with', 'unit=media,phases=dev+prod', { kind: 'add', unit: 'media', phases: ['dev', 'prod'] }],
  ['with', 'phase=stage,unit=bi', { kind: 'add', unit: 'bi', phases: ['stage'] }],
  ['with', 'businessUnits.bi.delivery=own', { kind: 'set', path: 'businessUnits.bi.delivery', value: 'own' }],
  ['without', 'unit=bi,phase=sandbox', { kind: 'remove', unit: 'bi', phases: ['sandbox'] }],
] as const)('--%s %s is understood', (option, text, change) => {
  expect(changeOf(option, text)).toEqual({ change, written: `--${option} ${text}` });
});

test('a change that is not understood is told by the option that was written', () => {
  expect(() => changeOf('with', 'unit=media')).toThrow(
    '--with unit=media: names no phases\n  write it like --with unit=media,phases=dev+prod',
  );
});

const definition = { businessUnits: { shop: { phases: ['dev', 'prod'] } } } as unknown as Parameters<
  typeof checkChanges
>[0];

test.each([
  [[changeOf('without', 'unit=nope')], '--without unit=nope: there is no unit nope, it is one of shop'],
  [
    [changeOf('with', 'unit=media,phases=dev'), changeOf('without', 'unit=media,phase=prod')],
    '--without unit=media,phase=prod: media has no phase prod, it is one of dev',
  ],
  [
    [changeOf('with', 'unit=shop,phase=dr,owner=a@example.com')],
    '--with unit=shop,phase=dr,owner=a@example.com: shop is there already, change what it says with --with businessUnits.shop.…',
  ],
])('a change that finds nothing to change is told as it was written', (changes, message) => {
  expect(() => {
    checkChanges(definition, changes);
  }).toThrow(message);
});

test('a change finds what one before it has made', () => {
  const changes = [changeOf('with', 'unit=media,phases=dev+prod'), changeOf('without', 'unit=media,phase=prod')];
  expect(() => {
    checkChanges(definition, changes);
  }).not.toThrow();
});
