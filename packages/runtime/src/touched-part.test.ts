import { accessArguments, roleArguments } from './protected-types.ts';
import { type Sealed, touchedPart } from './touched-part.ts';

const sealed: Sealed = {
  blocks: [
    { type: 'aws_backup_vault', address: 'aws_backup_vault.vault', body: {} },
    { type: 'aws_iam_role', address: 'aws_iam_role.operator', body: { name: 'operator', path: '/bulkhead/' } },
  ],
  stores: new Map([['orders', 'example-orders']]),
};
const touched = (type: string, argument: string, value: string) =>
  touchedPart({ type, address: `${type}.mine`, body: { [argument]: value } }, sealed);

test.each(Object.entries(accessArguments))('%s says by %s what of the platform it opens', (type, argument) => {
  const name = `${type}.mine says who reaches`;
  expect(touched(type, argument, '${aws_backup_vault.vault.id}')).toContain(`${name} aws_backup_vault.vault`);
  expect(touched(type, argument, 'arn:aws:any:::example-orders')).toContain(`${name} the store orders`);
  expect(touched(type, argument, '${aws_backup_vault.vault-2.id}')).toBeUndefined();
  expect(touched(type, argument, 'example-orders-2')).toBeUndefined();
});

test.each(Object.entries(roleArguments))('%s says by %s which role it touches', (type, argument) => {
  expect(touched(type, argument, '${aws_iam_role.operator.id}')).toContain('touches the role operator');
  expect(touched(type, argument, 'operator')).toContain('touches the role operator');
  expect(touched(type, argument, '${aws_iam_role.operator-2.id}')).toBeUndefined();
});
