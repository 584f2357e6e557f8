import { worldOf } from '../simulate/ask.fixture.ts';
import { acmePromises } from './acme-promises.ts';
import { endingPromises } from './ending-promises.ts';
import { housePromises } from './house-promises.ts';
import { pairPromises } from './pair-promises.ts';
import { sentences } from './sentences.ts';

const sandbox = { name: 'sandbox', dataClass: 'none', rules: { expires: '2027-06-30' } } as const;
const promises = [
  ...endingPromises([sandbox]),
  ...housePromises,
  ...pairPromises(worldOf(), []),
  ...acmePromises([], worldOf()),
];

test('every sentence of the design about these accounts has a promise', () => {
  const promised = new Set(promises.map((each) => each.of));
  expect(Object.keys(sentences).filter((name) => !promised.has(name as keyof typeof sentences))).toEqual([]);
});

test('no two promises say the same', () => {
  const said = promises.map(({ sentence }) => sentence);
  expect(said.filter((each, index) => said.indexOf(each) !== index)).toEqual([]);
});
