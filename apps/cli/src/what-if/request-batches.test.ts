import { isOptInRegion, parseOrganization } from '@bulkhead/model';
import { wide } from './organization.fixture.ts';
import { batchesOf, quotaRequests } from './request-batches.ts';

const requests = (account: string, region: string, count: number) =>
  Array.from({ length: count }, () => ({ account, region }));

test.each([
  ['nothing to ask', [], 0],
  ['one request', requests('a', 'eu-west-1', 1), 1],
  ['as many as AWS keeps open of an account', requests('a', 'eu-west-1', 20), 1],
  ['one more than that', requests('a', 'eu-west-1', 21), 2],
  ['as many of two accounts', [...requests('a', 'eu-west-1', 20), ...requests('b', 'eu-west-1', 20)], 1],
  ['more than two in a Region to opt in to', requests('a', 'eu-south-1', 3), 2],
  ['two in each of two such Regions', [...requests('a', 'eu-south-1', 2), ...requests('a', 'eu-south-2', 2)], 1],
  ['two of each of two accounts in one', [...requests('a', 'eu-south-1', 2), ...requests('b', 'eu-south-1', 2)], 1],
  [
    'many in one account with few in such a Region',
    [...requests('a', 'us-east-1', 39), ...requests('a', 'eu-south-1', 2)],
    3,
  ],
])('%s', (_, asked, batches) => {
  expect(batchesOf(asked)).toBe(batches);
});

/** Asks as `limits apply` does, until nothing is left: each batch is answered before the next. */
function timesToAsk(asked: readonly { readonly account: string; readonly region: string }[]): number {
  let left = [...asked];
  let times = 0;
  for (; left.length > 0; times += 1) {
    const taken: typeof left = [];
    // what is short of room goes first
    left.sort((a, b) => Number(isOptInRegion(b.region)) - Number(isOptInRegion(a.region)));
    for (const each of left) {
      const ofAccount = taken.filter(({ account }) => account === each.account);
      const inRegion = ofAccount.filter(({ region }) => region === each.region);
      if (ofAccount.length < 20 && (!isOptInRegion(each.region) || inRegion.length < 2)) taken.push(each);
    }
    left = left.filter((each) => !taken.includes(each));
  }
  return times;
}

test('asking takes as many times as it says, for every mix of accounts and Regions', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const pick = (count: number, salt: number) => (seed * 7919 + salt * 104_729) % count;
    const asked = ['a', 'b'].flatMap((account, index) =>
      ['eu-west-1', 'us-east-1', 'eu-south-1', 'me-south-1'].flatMap((region, at) =>
        requests(account, region, pick(isOptInRegion(region) ? 5 : 25, 4 * index + at + 1)),
      ),
    );
    expect({ seed, batches: batchesOf(asked) }).toEqual({ seed, batches: timesToAsk(asked) });
  }
});

const before = parseOrganization(wide());

test('a new account asks for every pool that its caps lift over what AWS gives by default', () => {
  const after = parseOrganization(wide({ units: { shop: ['dev'], media: ['dev'] } }));
  expect(quotaRequests(before, after)).toEqual({
    requests: [
      { account: 'wide-media-dev', region: 'eu-west-1', pool: 'standard', quotaCode: 'L-1216C47A', from: 5, to: 40 },
      { account: 'wide-media-dev', region: 'eu-west-1', pool: 'p', quotaCode: 'L-417A185B', from: 0, to: 96 },
    ],
    batches: 1,
  });
});

test('a ceiling that rises is asked for from where it stood, one that sinks or stays is not', () => {
  const with4 = (limit: number) => quotaRequests(before, parseOrganization(wide({ otherVcpu: limit }))).requests;
  expect(with4(64)).toMatchObject([{ account: 'wide-shop-dev', pool: 'standard', from: 40, to: 64 }]);
  expect(with4(40)).toEqual([]);
  expect(with4(30)).toEqual([]);
});

test('what AWS gives by default is not asked for', () => {
  const small = parseOrganization(wide({ units: { shop: ['dev'], media: ['dev'] }, otherVcpu: 5 }));
  expect(quotaRequests(before, small).requests.map(({ pool }) => pool)).toEqual(['p']);
});
