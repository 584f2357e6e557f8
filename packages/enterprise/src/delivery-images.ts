import { type AccountStack, EncryptionKey, type StackContext, accountId, organizationId } from '@bulkhead/baseline';
import { type EnterpriseAccount, imagesIn } from '@bulkhead/model';
import { ImageReplication } from './image-replication.ts';
import { ImageRepository } from './image-repository.ts';
import { artifactsKeyAlias } from './publishing-statements.ts';

/**
 * Adds the image repositories of a delivery account, and in every further Region of it the same ones once more, which
 * replication fills. They stand directly in the stack.
 *
 * @param keyArn key of the account in its home Region
 */
export function addImages(
  stack: AccountStack,
  account: EnterpriseAccount,
  context: StackContext,
  keyArn: string,
): void {
  const images = imagesIn(context.organization, account.name);
  if (images.length === 0) return;
  const [home, ...further] = account.regions;
  const ids = { organizationId: organizationId(context), accountId: accountId(account.name, context) };
  const idOf = (name: string) => name.replaceAll('/', '--');
  for (const { name } of images) {
    const provider = stack.providerIn(home);
    new ImageRepository(stack, `image-${idOf(name)}`, { ...ids, name, keyArn, provider });
  }
  const copies = further.flatMap((region) => {
    const provider = stack.providerIn(region);
    const key = new EncryptionKey(stack, `key-${region}`, {
      alias: artifactsKeyAlias,
      description: 'encrypts images',
      accountId: ids.accountId,
      provider,
      undeletable: true,
    });
    return images.map(
      ({ name }) =>
        new ImageRepository(stack, `copy-${region}-${idOf(name)}`, { ...ids, name, keyArn: key.arn, provider }),
    );
  });
  if (copies.length === 0) return;
  new ImageReplication(stack, 'image-replication', {
    accountId: ids.accountId,
    regions: further,
    provider: stack.providerIn(home),
    dependsOn: copies.map(({ policy }) => policy),
  });
}
