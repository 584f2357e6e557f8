import { amountToDouble } from './amount.ts';
import type { Amount } from './amount.ts';
import { addMonths, firstDay, startOfDay } from './calendar.ts';
import type { SampleCharge } from './sample-charge.ts';

/** A column of the export, with how a charge fills it in. Timestamps are milliseconds since 1970, maps JSON text. */
export type FocusColumn =
  | {
      readonly name: string;
      readonly type: 'string' | StringMap;
      readonly read: (charge: SampleCharge) => string | null;
    }
  | {
      readonly name: string;
      readonly type: 'double' | 'timestamp';
      readonly read: (charge: SampleCharge) => number | null;
    };

type StringMap = 'map<string,string>' | 'map<string,double>';

const text = (name: string, read: (charge: SampleCharge) => string | null): FocusColumn => ({
  name,
  type: 'string',
  read,
});
const always = (name: string, value: string | null): FocusColumn => text(name, () => value);
const number = (name: string, read: (charge: SampleCharge) => Amount | null): FocusColumn => ({
  name,
  type: 'double',
  read: (charge) => {
    const amount = read(charge);
    return amount === null ? null : amountToDouble(amount);
  },
});
const time = (name: string, read: (charge: SampleCharge) => string): FocusColumn => ({
  name,
  type: 'timestamp',
  read: (charge) => startOfDay(read(charge)),
});
const map = (
  name: string,
  type: StringMap,
  read: (charge: SampleCharge) => Readonly<Record<string, unknown>>,
): FocusColumn => ({
  name,
  type,
  read: (charge) => JSON.stringify(read(charge)),
});

const unitPrice = ({ sku }: SampleCharge) => sku?.listUnitPrice ?? null;
/** Whether a charge buys, uses or leaves unused a commitment. */
const committed =
  <T>(value: T) =>
  ({ commitment }: SampleCharge) =>
    commitment ? value : null;
const consumed = ({ category, commitment }: SampleCharge) => category === 'Usage' && commitment?.status !== 'Unused';

function pricingCategory({ category, commitment }: SampleCharge): string | null {
  if (category !== 'Usage') return null;
  return commitment ? 'Committed' : 'Standard';
}

/** All columns of AWS's table FOCUS_1_2_AWS, in its order (Data Exports user guide, table dictionary). */
// prettier-ignore
export const focusColumns: readonly FocusColumn[] = [
  text('AvailabilityZone', ({ availabilityZone }) => availabilityZone),
  number('BilledCost', ({ billedCost }) => billedCost),
  text('BillingAccountId', ({ payer }) => payer.id),
  text('BillingAccountName', ({ payer }) => payer.name),
  always('BillingAccountType', 'AWS Account'),
  always('BillingCurrency', 'USD'),
  time('BillingPeriodEnd', ({ billingMonth }) => firstDay(addMonths(billingMonth, 1))),
  time('BillingPeriodStart', ({ billingMonth }) => firstDay(billingMonth)),
  always('CapacityReservationId', null),
  always('CapacityReservationStatus', null),
  text('ChargeCategory', ({ category }) => category),
  text('ChargeClass', ({ isCorrection }) => (isCorrection ? 'Correction' : null)),
  text('ChargeDescription', ({ description }) => description),
  text('ChargeFrequency', ({ frequency }) => frequency),
  time('ChargePeriodEnd', ({ end }) => end),
  time('ChargePeriodStart', ({ start }) => start),
  text('CommitmentDiscountCategory', committed('Spend')),
  text('CommitmentDiscountId', ({ commitment }) => commitment?.id ?? null),
  always('CommitmentDiscountName', null),
  number('CommitmentDiscountQuantity', ({ commitment }) => commitment?.quantity ?? null),
  text('CommitmentDiscountStatus', ({ commitment }) => commitment?.status ?? null),
  text('CommitmentDiscountType', committed('ComputeSavingsPlans')),
  text('CommitmentDiscountUnit', committed('USD')),
  number('ConsumedQuantity', (charge) => (consumed(charge) ? charge.quantity : null)),
  text('ConsumedUnit', (charge) => (consumed(charge) ? (charge.sku?.unit ?? null) : null)),
  number('ContractedCost', ({ contractedCost }) => contractedCost),
  number('ContractedUnitPrice', unitPrice),
  number('EffectiveCost', ({ effectiveCost }) => effectiveCost),
  text('InvoiceId', ({ invoiceId }) => invoiceId),
  always('InvoiceIssuerName', 'Amazon Web Services, Inc.'),
  number('ListCost', ({ listCost }) => listCost),
  number('ListUnitPrice', unitPrice),
  text('PricingCategory', pricingCategory),
  always('PricingCurrency', 'USD'),
  number('PricingCurrencyContractedUnitPrice', unitPrice),
  number('PricingCurrencyEffectiveCost', ({ effectiveCost }) => effectiveCost),
  number('PricingCurrencyListUnitPrice', unitPrice),
  number('PricingQuantity', ({ quantity }) => quantity),
  text('PricingUnit', ({ sku }) => sku?.unit ?? null),
  always('ProviderName', 'AWS'),
  text('PublisherName', ({ publisher }) => publisher),
  text('RegionId', ({ region }) => region?.code ?? null),
  text('RegionName', ({ region }) => region?.name ?? null),
  text('ResourceId', ({ resource }) => resource?.id ?? null),
  always('ResourceName', null),
  text('ResourceType', ({ resource }) => resource?.type ?? null),
  text('ServiceCategory', ({ service }) => service.category),
  text('ServiceName', ({ service }) => service.name),
  text('ServiceSubcategory', ({ service }) => service.subcategory),
  text('SkuId', ({ sku }) => sku?.id ?? null),
  text('SkuMeter', ({ sku }) => sku?.usageType ?? null),
  text('SkuPriceId', ({ sku }) => sku?.priceId ?? null),
  map('SkuPriceDetails', 'map<string,string>', ({ sku }) => sku?.details ?? {}),
  text('SubAccountId', ({ account }) => account?.id ?? null),
  text('SubAccountName', ({ account }) => account?.name ?? null),
  text('SubAccountType', ({ account }) => (account ? 'AWS Account' : null)),
  map('Tags', 'map<string,string>', ({ tags }) => tags),
  map('x_Discounts', 'map<string,double>', () => ({})),
  text('x_Operation', ({ sku }) => sku?.operation ?? null),
  text('x_ServiceCode', ({ service }) => service.code),
];
