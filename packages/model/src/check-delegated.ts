import { delegableServices } from './delegable-services.ts';
import type { Draft } from './draft.ts';
import { nearest } from './nearest.ts';
import { type Problem, problemAt, repeatedAt } from './problem.ts';

/** Of every service principal: compared with it, any two of them are near each other. */
const suffix = '.amazonaws.com';
const nameOf = (service: string) => (service.endsWith(suffix) ? service.slice(0, -suffix.length) : service);

/** Checks that AWS lets another account administer what a definition hands out. */
export function checkDelegated({ enterprise }: Draft): readonly Problem[] {
  const path = ['enterprise', 'sharedServices', 'delegated'];
  const services = enterprise?.sharedServices?.delegated ?? [];
  return [
    ...services.flatMap((service, index) => {
      if (service === undefined || delegableServices.includes(service)) return [];
      const near = nearest(nameOf(service), delegableServices.map(nameOf));
      const rule = 'is no service that AWS lets another account administer';
      return [problemAt([...path, index], rule, service, near && `'${near}${suffix}'`)];
    }),
    ...repeatedAt(path, services),
  ];
}
