import { delegableServices } from './delegable-services.ts';
import { delegationsOf } from './delegations.ts';
import { example, exampleWith, staffed } from './definition.fixture.ts';
import { parseOrganization } from './parse-organization.ts';

const delegations = (definition: unknown) =>
  delegationsOf(parseOrganization(definition)).map(({ service, account, by }) => `${service} ${account} ${by}`);

test('six services are handed to shared services, each in its own way', () => {
  expect(delegations(example)).toEqual([
    'access-analyzer.amazonaws.com example-shared-services organizations',
    'cloudtrail.amazonaws.com example-shared-services cloudtrail',
    'config.amazonaws.com example-shared-services organizations',
    'config-multiaccountsetup.amazonaws.com example-shared-services organizations',
    'guardduty.amazonaws.com example-shared-services guardduty',
    'securityhub.amazonaws.com example-shared-services securityhub',
  ]);
});

test('what a definition adds comes to them, each service once', () => {
  const more = exampleWith(
    ['enterprise', 'sharedServices', 'delegated'],
    ['macie.amazonaws.com', 'config.amazonaws.com'],
  );
  expect(delegations(more)).toEqual([
    ...delegations(example),
    'macie.amazonaws.com example-shared-services organizations',
  ]);
  expect(delegations(staffed)).toContain('inspector2.amazonaws.com example-shared-services organizations');
});

test('Identity Center is administered in identity, where people come from there', () => {
  expect(delegations(exampleWith(['enterprise', 'identity', 'signIn'], 'identity-center'))).toContain(
    'sso.amazonaws.com example-identity organizations',
  );
  expect(delegations(example).filter((each) => each.startsWith('sso.'))).toEqual([]);
});

test('every service that is handed out is one that AWS lets another account administer', () => {
  const services = parseOrganization(staffed).enterprise.delegated;
  expect(services.filter((service) => !delegableServices.includes(service))).toEqual([]);
});
