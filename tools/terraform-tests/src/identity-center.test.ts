import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeLock } from '@bulkhead/model';
import { describeWith } from './find-terraform-parts.fixture.ts';
import { type MotoServer, startMotoServer } from './moto-server.fixture.ts';
import { type ScratchOrganization, lockOnMoto, scratchOrganization } from './scratch-organization.fixture.ts';
import { terraformWith } from './terraform.fixture.ts';

const identityCenter = {
  instanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000001',
  identityStoreId: 'd-0000000001',
  region: 'eu-west-1',
};

describeWith(
  ['terraform', 'provider', 'moto'],
  'acme whose people sign in by Identity Center',
  (_, mirror = '', moto = '') => {
    let server: MotoServer;
    let scratch: ScratchOrganization;
    beforeAll(async () => {
      server = await startMotoServer(moto);
      scratch = scratchOrganization();
      const program = join(scratch.folder, 'dist', 'organization.js');
      const byUsers = /signIn: 'iam-users',\s*secondFactor: \{ minutes: 60 \},/;
      const text = readFileSync(program, 'utf8');
      expect(text).toMatch(byUsers);
      writeFileSync(program, text.replace(byUsers, "signIn: 'identity-center',"));
      scratch.writeLock(mergeLock(lockOnMoto(), { identityCenter }));
    }, 60_000);
    afterAll(async () => {
      scratch.remove();
      await server.stop();
    });

    test('its identity account is valid for the AWS provider 5.100.0 and can be planned from nothing', async () => {
      const folder = (await scratch.synthesize())['acme-identity'] ?? '';
      const resources = readFileSync(join(folder, 'cdk.tf.json'), 'utf8');
      for (const type of ['aws_ssoadmin_permission_set', 'aws_ssoadmin_account_assignment', 'aws_identitystore_user']) {
        expect(resources).toContain(type);
      }
      const terraform = terraformWith(mirror, server.environment);
      for (const command of [['init', '-input=false'], ['validate'], ['plan', '-input=false', '-lock=false']]) {
        expect(await terraform(folder, ...command)).toMatchObject({ exitCode: 0 });
      }
    }, 240_000);
  },
);
