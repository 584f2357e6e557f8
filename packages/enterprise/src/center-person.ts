import type { Person } from '@bulkhead/model';
import { IdentitystoreGroupMembership } from '@cdktf/provider-aws/lib/identitystore-group-membership/index.js';
import { IdentitystoreUser } from '@cdktf/provider-aws/lib/identitystore-user/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';

export interface CenterPersonProps {
  readonly person: Person;
  /** Ids of the person's groups by name. */
  readonly groups: Readonly<Record<string, string>>;
  readonly identityStoreId: string;
  readonly provider: AwsProvider;
}

/** Somebody's user in Identity Center's own directory. Identity Center sends the first password itself. */
export class CenterPerson extends Construct {
  constructor(scope: Construct, id: string, { person, groups, identityStoreId, provider }: CenterPersonProps) {
    super(scope, id);
    const { userId } = new IdentitystoreUser(this, 'Default', {
      provider,
      identityStoreId,
      userName: person.user,
      displayName: person.name,
      name: nameOf(person.name),
      emails: { value: person.email, primary: true },
    });
    for (const [group, groupId] of Object.entries(groups)) {
      new IdentitystoreGroupMembership(this, group, { provider, identityStoreId, groupId, memberId: userId });
    }
  }
}

/** Identity Center wants two names; the last word is the second, and a single one stands for both. */
function nameOf(name: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/);
  const familyName = words.at(-1) ?? name;
  return { givenName: words.slice(0, -1).join(' ') || familyName, familyName };
}
