import { type Server, createServer } from 'node:http';
import { EC2Client } from '@aws-sdk/client-ec2';
import { findTemplateType } from './launch-template-type.ts';

const group = { MinSize: 0, MaxSize: 2, DesiredCapacity: 0, DefaultCooldown: 300, AvailabilityZones: [] };
const named = {
  ...group,
  AutoScalingGroupName: 'web',
  HealthCheckType: 'EC2',
  CreatedTime: new Date(0),
};
const asked: URLSearchParams[] = [];
let server: Server;
let client: EC2Client;

// The only operation that it answers: by the template's id, a version with or without a type.
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const form = new URLSearchParams(body);
      asked.push(form);
      const type = form.get('LaunchTemplateId') === 'lt-none' ? '' : '<instanceType>m5.large</instanceType>';
      const item = `<item><launchTemplateData>${type}</launchTemplateData></item>`;
      response.end(
        `<DescribeLaunchTemplateVersionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><launchTemplateVersionSet>${item}</launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>`,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  client = new EC2Client({
    endpoint: `http://127.0.0.1:${String(port)}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' },
  });
});
afterAll(() => {
  client.destroy();
  server.close();
});

test.each([
  ['its own template', { LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '3' } }, 'm5.large', 'lt-1', '3'],
  [
    'the default version where it names none',
    { LaunchTemplate: { LaunchTemplateId: 'lt-1' } },
    'm5.large',
    'lt-1',
    '$Default',
  ],
  [
    'the template of its mixed instances policy',
    {
      MixedInstancesPolicy: {
        LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: 'lt-2', Version: '$Latest' } },
      },
    },
    'm5.large',
    'lt-2',
    '$Latest',
  ],
  [
    'a template without a type, which tells none',
    { LaunchTemplate: { LaunchTemplateId: 'lt-none' } },
    undefined,
    'lt-none',
    '$Default',
  ],
])('a group’s type is read from %s', async (_, given, type, id, version) => {
  expect(await findTemplateType({ ...named, ...given }, client)).toBe(type);
  const form = asked.at(-1);
  expect([form?.get('LaunchTemplateId'), form?.get('LaunchTemplateVersion.1')]).toEqual([id, version]);
});

test('a group without a template asks nothing', async () => {
  const before = asked.length;
  expect(await findTemplateType({ ...named, LaunchConfigurationName: 'old' }, client)).toBeUndefined();
  expect(asked).toHaveLength(before);
});
