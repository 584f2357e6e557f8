export { openBillingExport } from './open-billing-export.ts';
