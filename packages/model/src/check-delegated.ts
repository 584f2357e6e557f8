import { delegableServices } from './delegable-services.ts';
import type { Draft } from './draft.ts';
import { nearest } from './nearest.ts';
import { type Problem, problemAt, repeatedAt } from './problem.ts';

/** Checks that AWS lets another account administer what a definition hands out. */
export function checkDelegated({ enterprise }: Draft): readonly Problem[] {
  const path = ['enterprise', 'sharedServices', 'delegated'];
  const services = enterprise?.sharedServices?.delegated ?? [];
  return [
    ...services.flatMap((service, index) => {
      if (service === undefined || delegableServices.includes(service)) return [];
      const near = nearest(service, delegableServices);
      const rule = 'is no service that AWS lets another account administer';
      return [problemAt([...path, index], rule, service, near && `'${near}'`)];
    }),
    ...repeatedAt(path, services),
  ];
}
