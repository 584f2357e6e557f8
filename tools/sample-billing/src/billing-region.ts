/** A Region as bills write it. */
export interface BillingRegion {
  readonly code: string;
  readonly name: string;
  /** What usage types of the Region begin with, hyphen included; nothing in us-east-1. */
  readonly prefix: string;
  /** Sample prices of the Region, in percent of us-east-1. */
  readonly pricePercent: number;
}

const regions: readonly BillingRegion[] = [
  { code: 'us-east-1', name: 'US East (N. Virginia)', prefix: '', pricePercent: 100 },
  { code: 'us-east-2', name: 'US East (Ohio)', prefix: 'USE2-', pricePercent: 100 },
  { code: 'us-west-1', name: 'US West (N. California)', prefix: 'USW1-', pricePercent: 115 },
  { code: 'us-west-2', name: 'US West (Oregon)', prefix: 'USW2-', pricePercent: 100 },
  { code: 'ca-central-1', name: 'Canada (Central)', prefix: 'CAN1-', pricePercent: 110 },
  { code: 'sa-east-1', name: 'South America (Sao Paulo)', prefix: 'SAE1-', pricePercent: 150 },
  { code: 'eu-west-1', name: 'EU (Ireland)', prefix: 'EU-', pricePercent: 110 },
  { code: 'eu-west-2', name: 'EU (London)', prefix: 'EUW2-', pricePercent: 115 },
  { code: 'eu-west-3', name: 'EU (Paris)', prefix: 'EUW3-', pricePercent: 115 },
  { code: 'eu-central-1', name: 'EU (Frankfurt)', prefix: 'EUC1-', pricePercent: 120 },
  { code: 'eu-north-1', name: 'EU (Stockholm)', prefix: 'EUN1-', pricePercent: 105 },
  { code: 'ap-south-1', name: 'Asia Pacific (Mumbai)', prefix: 'APS3-', pricePercent: 105 },
  { code: 'ap-northeast-1', name: 'Asia Pacific (Tokyo)', prefix: 'APN1-', pricePercent: 125 },
  { code: 'ap-northeast-2', name: 'Asia Pacific (Seoul)', prefix: 'APN2-', pricePercent: 120 },
  { code: 'ap-northeast-3', name: 'Asia Pacific (Osaka)', prefix: 'APN3-', pricePercent: 125 },
  { code: 'ap-southeast-1', name: 'Asia Pacific (Singapore)', prefix: 'APS1-', pricePercent: 120 },
  { code: 'ap-southeast-2', name: 'Asia Pacific (Sydney)', prefix: 'APS2-', pricePercent: 125 },
];

/** Any code gives a Region: one that the table lacks goes by its code, at a middling price. */
export function billingRegion(code: string): BillingRegion {
  const known = regions.find((region) => region.code === code);
  return known ?? { code, name: code, prefix: `${code.toUpperCase()}-`, pricePercent: 120 };
}
