/**
 * Columns that are exported: a query of Data Exports names them, and takes no asterisk.
 *
 * Source: AWS Data Exports User Guide, table dictionaries of FOCUS 1.2 with AWS columns and of CUR 2.0.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const focusColumns = words(`
  AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingAccountType BillingCurrency BillingPeriodEnd
  BillingPeriodStart CapacityReservationId CapacityReservationStatus ChargeCategory ChargeClass ChargeDescription
  ChargeFrequency ChargePeriodEnd ChargePeriodStart CommitmentDiscountCategory CommitmentDiscountId
  CommitmentDiscountName CommitmentDiscountQuantity CommitmentDiscountStatus CommitmentDiscountType
  CommitmentDiscountUnit ConsumedQuantity ConsumedUnit ContractedCost ContractedUnitPrice EffectiveCost InvoiceId
  InvoiceIssuerName ListCost ListUnitPrice PricingCategory PricingCurrency PricingCurrencyContractedUnitPrice
  PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice PricingQuantity PricingUnit ProviderName PublisherName
  RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory ServiceName ServiceSubcategory SkuId SkuMeter
  SkuPriceId SkuPriceDetails SubAccountId SubAccountName SubAccountType Tags x_Discounts x_Operation x_ServiceCode`);

export const costAndUsageColumns = words(`
  bill_billing_period_start_date bill_invoice_id bill_payer_account_id bill_payer_account_name cost_category discount
  line_item_currency_code line_item_line_item_type line_item_operation line_item_product_code line_item_resource_id
  line_item_unblended_cost line_item_usage_account_id line_item_usage_account_name line_item_usage_amount
  line_item_usage_end_date line_item_usage_start_date line_item_usage_type pricing_public_on_demand_cost product
  reservation_effective_cost reservation_reservation_a_r_n reservation_unused_amortized_upfront_fee_for_billing_period
  reservation_unused_recurring_fee resource_tags savings_plan_savings_plan_effective_cost
  savings_plan_total_commitment_to_date savings_plan_used_commitment tags`);
