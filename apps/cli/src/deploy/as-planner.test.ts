import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openScratchFolder } from '../scratch-folder.fixture.ts';
import { asPlanner } from './as-planner.ts';

const folder = openScratchFolder();
afterAll(() => {
  folder.remove();
});

const role = (name: string) => [{ role_arn: `arn:aws:iam::000000000001:role/${name}`, session_name: 'bulkhead' }];
const stackWith = (roleName: string, roles: readonly string[] = ['planner']) => {
  const content = {
    provider: {
      aws: [
        { region: 'eu-west-1', assume_role: role(roleName) },
        { region: 'us-east-1', alias: 'us-east-1', assume_role: role(roleName) },
      ],
    },
    resource: { aws_iam_role: Object.fromEntries(roles.map((each) => [each, {}])) },
  };
  folder.write('cdk.tf.json', JSON.stringify(content));
};
const override = () => JSON.parse(readFileSync(join(folder.path, 'planner_override.tf.json'), 'utf8')) as unknown;

test('a diff as planner uses the planner in every Region, and leaves no file behind', async () => {
  stackWith('bulkhead/deployer');
  expect(await asPlanner(folder.path, () => Promise.resolve(override()))).toEqual({
    provider: {
      aws: [{ assume_role: role('bulkhead/planner') }, { alias: 'us-east-1', assume_role: role('bulkhead/planner') }],
    },
  });
  expect(Object.keys(folder.read())).toEqual(['cdk.tf.json']);
});

test('a plan that fails leaves no file behind either', async () => {
  stackWith('bulkhead/deployer');
  await expect(asPlanner(folder.path, () => Promise.reject(new Error('no credentials')))).rejects.toThrow(
    'no credentials',
  );
  expect(Object.keys(folder.read())).toEqual(['cdk.tf.json']);
});

test.each([
  ['no pipeline deploys, so that there is no planner', 'bulkhead/deployer', []],
  ['nothing was deployed yet', 'OrganizationAccountAccessRole', ['planner']],
])('where %s, nothing is planned', async (_, roleName, roles) => {
  stackWith(roleName, roles);
  expect(await asPlanner(folder.path, () => Promise.resolve('planned'))).toBeUndefined();
});
