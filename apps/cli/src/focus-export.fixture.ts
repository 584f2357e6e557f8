type Cells = Readonly<Record<string, string>>;

const plain: Cells = {
  BilledCost: '1.5',
  EffectiveCost: '1.25',
  ListCost: '2',
  BillingCurrency: 'USD',
  BillingAccountId: '999999999999',
  BillingPeriodStart: '2025-03-01T00:00:00Z',
  ChargePeriodStart: '2025-03-02T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargeClass: 'NULL',
  ServiceName: 'AWS Lambda',
  SubAccountId: '000000000012',
  SubAccountName: 'example-dev',
};

/** A small FOCUS export in CSV: charges that differ from a plain one only in what they say. */
export function focusCsv(...charges: readonly Cells[]): string {
  const names = Object.keys(plain);
  const lines = charges.map((charge) => names.map((name) => charge[name] ?? plain[name] ?? '').join(','));
  return [names.join(','), ...lines, ''].join('\n');
}

/** The same without a column. */
export function withoutColumn(csv: string, name: string): string {
  const rows = csv.split('\n').map((line) => line.split(','));
  const at = rows[0]?.indexOf(name) ?? -1;
  return rows.map((cells) => cells.filter((_, index) => index !== at).join(',')).join('\n');
}
