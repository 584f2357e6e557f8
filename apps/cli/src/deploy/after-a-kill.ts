/** How services of AWS say that something is there already. */
const existing =
  /already[\s_-]?(?:exists?|owned|subscribed|enabled|in use)\b|\w*Already(?:Exists|OwnedBy)\w*|\w*Exists?Exception|\bDuplicate\w*Exception|\b\w*Conflict\w*Exception/i;

/** Words of a service that is busy or had a hiccup: what conflicts with it is no resource. */
const passing = /ConcurrentModification|OperationAborted|in progress/i;

/** Resources that Terraform failed to make because AWS has them, by address. */
export function existingIn(said: string): readonly string[] {
  return said.split(/^(?=Error: )/m).flatMap((error) => {
    const address = /^\s*with (\S+),$/m.exec(error)?.[1];
    return address !== undefined && existing.test(error) && !passing.test(error) ? [address] : [];
  });
}

/** The lock that keeps Terraform from a state. Source: Terraform, state locking; S3 keeps the lock of who was killed. */
export function lockOf(said: string): string | undefined {
  return /Error acquiring the state lock[\s\S]*?^\s*ID:\s+(\S+)$/m.exec(said)?.[1];
}

/**
 * How a person goes on where an earlier run may have been killed at a bad moment: a lock that it left, or something that
 * AWS made for it and that its state lacks. Nothing where Terraform failed for another reason.
 *
 * @param folder of the stack, from where the person is
 */
export function afterAKill(said: string, folder: string, terraform: string): readonly string[] {
  const lock = lockOf(said);
  const existing = existingIn(said);
  return [
    ...(lock === undefined ? [] : [lockHint(lock, folder, terraform)]),
    ...(existing.length === 0 ? [] : [existingHint(existing, folder, terraform)]),
  ];
}

const lockHint = (lock: string, folder: string, terraform: string) =>
  [
    'Somebody deploys this stack, or did and was killed: who it was stands above. If nobody does any more, free its state:',
    `  cd ${folder}`,
    `  ${terraform} force-unlock ${lock}`,
  ].join('\n');

const existingHint = (addresses: readonly string[], folder: string, terraform: string) =>
  [
    'AWS has what Terraform knows nothing of: an earlier run was killed after AWS had made it and before the state was',
    'written, or somebody else made it. See in AWS whose it is. If it is of an earlier run, let Terraform have it:',
    `  cd ${folder}`,
    ...addresses.map((address) => `  ${terraform} import '${address}' <id>`),
    "what its id is stands under Import in the provider's documentation of its type; with the same credentials as here.",
    'Or remove it in AWS by hand, if nothing is in it.',
  ].join('\n');
