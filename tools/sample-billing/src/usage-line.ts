import { amountFrom, amountToDouble, decimalsOf, one, parseAmount, roundAmount } from './amount.ts';
import type { Amount } from './amount.ts';
import { billingRegion } from './billing-region.ts';
import type { BillingRegion } from './billing-region.ts';
import { catalogue } from './catalogue.ts';
import type { CatalogueItem, ItemName } from './catalogue.ts';
import { itemsOfFurtherRegions } from './profiles.ts';
import type { SpendProfile } from './profiles.ts';
import { randomStream, randomText } from './random.ts';
import type { ChargeService, ChargeSku, SampleCharge } from './sample-charge.ts';
import type { SampleAccount, SampleInput } from './sample-input.ts';
import { services } from './services.ts';

/** One item that an account uses in one Region, day after day. */
export interface UsageLine {
  readonly account: SampleAccount;
  readonly item: CatalogueItem;
  readonly sku: ChargeSku;
  readonly region: BillingRegion;
  readonly availabilityZone: string | null;
  /** USD per unit under a compute savings plan; null where none applies. */
  readonly planUnitPrice: Amount | null;
  readonly description: string;
  readonly resource: SampleCharge['resource'];
  readonly tags: SampleCharge['tags'];
  /** Part of the account's charges, 0 to 1. */
  readonly share: number;
}

/** Services whose machines and volumes stand in one zone. */
const zonal: readonly ChargeService[] = [services.ec2, services.ebs, services.rds];

const applications = ['storefront', 'orders', 'reports', 'ingest', 'accounts'];
/** Most resources carry tags; a bill on which all do is nobody's. */
const tagged = 0.7;

function percentOf(price: Amount, percent: number, decimals: number): Amount {
  return roundAmount((price * BigInt(percent)) / 100n, decimals);
}

/** The terms of AWS's on-demand offer, which price ids of every service carry. */
const onDemandTerms = 'JRTCKXETXF.6YS6EN2CT7';

/** An item in a Region, with ids in AWS's shape. */
export function skuOf(item: CatalogueItem, region: BillingRegion): ChargeSku {
  const usageType = region.prefix + item.usageType;
  const random = randomStream('sku', item.service.code, usageType, item.operation);
  const id = randomText(random, 'ABCDEFGHJKMNPQRSTUVWXYZ23456789', 16);
  return {
    id,
    priceId: `${id}.${onDemandTerms}`,
    usageType,
    operation: item.operation,
    unit: item.unit,
    listUnitPrice: percentOf(parseAmount(item.price), region.pricePercent, decimalsOf(item.price)),
    details: item.details ?? {},
  };
}

function userTags(account: SampleAccount, application: string): SampleCharge['tags'] {
  return { application: `${account.unit}-${application}`, environment: account.phase };
}

/** Account tags reach every charge of the account, tagged resource or not; AWS prefixes them with `accountTag/`. */
export function accountTags(account: SampleAccount): SampleCharge['tags'] {
  return { 'accountTag/BusinessUnit': account.unit, 'accountTag/Phase': account.phase };
}

function usageLine(input: SampleInput, account: SampleAccount, name: ItemName, code: string, share: number): UsageLine {
  const item: CatalogueItem = catalogue[name];
  const region = billingRegion(code);
  const sku = skuOf(item, region);
  const random = randomStream(input.seed, account.id, name, code);
  const application = applications[Math.floor(random() * applications.length)] ?? 'storefront';
  const { resource } = item.service;
  const isMember = input.accounts.includes(account);
  const filled = resource?.id
    .replace('{region}', code)
    .replace('{account}', account.id)
    .replace('{name}', `${application}-${randomText(random, '0123456789abcdef', 8)}`);
  return {
    account,
    item,
    sku,
    region,
    share,
    availabilityZone: zonal.includes(item.service) ? code + randomText(random, 'abc', 1) : null,
    planUnitPrice:
      item.planDiscount === undefined
        ? null
        : percentOf(sku.listUnitPrice, 100 - item.planDiscount, decimalsOf(item.price)),
    description: `$${amountToDouble(sku.listUnitPrice)} per ${item.per} in ${region.name}`,
    resource: resource && filled ? { id: filled, type: resource.type } : null,
    tags: {
      ...(isMember ? accountTags(account) : {}),
      ...(random() < tagged ? userTags(account, application) : {}),
    },
  };
}

const partOfFurtherRegions = 0.3;

/** Everything that an account uses: all at home, some of it in its further Regions. */
export function usageLines(input: SampleInput, account: SampleAccount, profile: SpendProfile): readonly UsageLine[] {
  const [home = '', ...further] = account.regions;
  return (Object.keys(profile.shares) as ItemName[]).flatMap((name) => {
    const share = (profile.shares[name] ?? 0) / 100;
    if (further.length === 0 || !itemsOfFurtherRegions.has(name)) return [usageLine(input, account, name, home, share)];
    const away = (share * partOfFurtherRegions) / further.length;
    return [
      usageLine(input, account, name, home, share * (1 - partOfFurtherRegions)),
      ...further.map((code) => usageLine(input, account, name, code, away)),
    ];
  });
}

/** How much of an item costs about so many USD. */
export function quantityFor(line: UsageLine, usd: number): Amount {
  return amountFrom(usd / amountToDouble(line.sku.listUnitPrice), line.item.quantityDecimals);
}

/** The smallest quantity that the item is metered in. */
export function quantityStep(line: UsageLine): Amount {
  return one / 10n ** BigInt(line.item.quantityDecimals);
}
