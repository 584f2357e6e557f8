/** How services of AWS say that something is there already. */
const existing =
  /already[\s_-]?(?:exists?|owned|subscribed|enabled|in use)\b|\w*Already(?:Exists|OwnedBy)\w*|\w*Exists?Exception|\bDuplicate\w*Exception|\b\w*Conflict\w*Exception/i;

/** Words of a service that is busy or had a hiccup: what conflicts with it is no resource. */
const passing = /ConcurrentModification|OperationAborted|in progress/i;

/** Resources that Terraform failed to make because AWS has them, by address. */
export function existingIn(said: string): readonly string[] {
  return said.split(/^(?=Error: )/m).flatMap((error) => {
    const address = /^\s+with (\S+),$/m.exec(error)?.[1];
    return address !== undefined && existing.test(error) && !passing.test(error) ? [address] : [];
  });
}

/**
 * What happened where AWS has what Terraform's state lacks, and how a person goes on; nothing where there is none.
 *
 * @param folder of the stack, from where the person is
 */
export function howToGoOn(addresses: readonly string[], folder: string, terraform: string): readonly string[] {
  if (addresses.length === 0) return [];
  const shown = addresses.map((address) => `  ${terraform} import '${address}' <id>`);
  return [
    [
      'AWS has what Terraform knows nothing of: an earlier run was killed after AWS had made it and before the state was',
      'written, or somebody else made it. See in AWS whose it is. If it is of an earlier run, let Terraform have it:',
      `  cd ${folder}`,
      ...shown,
      "what its id is stands under Import in the provider's documentation of its type; with the same credentials as here.",
      'Or remove it in AWS by hand, if nothing is in it.',
    ].join('\n'),
  ];
}
