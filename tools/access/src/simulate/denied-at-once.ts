import type { OwnLayers } from './layers.ts';
import type { Question } from './question.ts';
import { canName } from './named-by.ts';

/**
 * Why a question needs no simulation: no statement that has a say could allow it. Undefined where one could.
 *
 * Most questions about an organization are of this kind, since an account knows nothing of most others. Within an
 * account either side allows; from account to account both have to, and services and strangers have only the resource's.
 */
export function deniedAtOnce({ principal, resource }: Question, layers: OwnLayers): string | undefined {
  const byPrincipal = layers.identity.some(({ document }) => document.Effect === 'Allow');
  const byResource = (layers.resource ?? []).some(
    (statement) => statement.document.Effect === 'Allow' && canName(statement, principal),
  );
  if (principal.account?.id === resource.account.id) {
    return byPrincipal || byResource ? undefined : 'no policy of the principal or the resource allows it';
  }
  if (!byResource) return 'no policy of the resource allows it to another account';
  const hasPolicies = principal.account !== undefined || ['outsider', 'trusted'].includes(principal.kind);
  return hasPolicies && !byPrincipal ? 'no policy of the principal allows it' : undefined;
}
