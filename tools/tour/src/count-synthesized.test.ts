import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countSynthesized } from './count-synthesized.ts';

test('stacks, resources and bytes are counted; a stack may have no resource', async () => {
  const output = mkdtempSync(join(tmpdir(), 'bulkhead-tour-'));
  const stacks = {
    one: JSON.stringify({ resource: { aws_iam_role: { a: {}, b: {} }, aws_s3_bucket: { a: {} } } }),
    two: '{"terraform":"–"}',
  };
  for (const [name, text] of Object.entries(stacks)) {
    mkdirSync(join(output, 'stacks', name), { recursive: true });
    writeFileSync(join(output, 'stacks', name, 'cdk.tf.json'), text);
  }
  const bytes = stacks.one.length + stacks.two.length + 2;
  expect(await countSynthesized(output)).toEqual({ stacks: 2, resources: 3, bytes });
  rmSync(output, { recursive: true });
});
