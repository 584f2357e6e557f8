import { inMemoryStoreDirectory } from './in-memory-store-directory.ts';
import { storeDirectoryContract } from './store-directory-contract.ts';

test.each(storeDirectoryContract)('$promise', async ({ check }) => {
  await expect(check((...world) => Promise.resolve(inMemoryStoreDirectory(...world)))).resolves.toBeUndefined();
});
