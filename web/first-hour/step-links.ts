import type { Step } from './steps.js';

/** Where each step is taken, and where what it made is looked at. */
export const STEP_LINKS = {
  campaign: { take: '/campaign/new', look: '/campaign', search: {} },
  materials: { take: '/campaign/materials', look: '/campaign/materials', search: {} },
  targets: { take: '/campaign/targets', look: '/campaign/targets', search: { add: 'rule' } },
  warehouse: { take: '/places/warehouses', look: '/places/warehouses', search: {} },
  stock: { take: '/stock/receive', look: '/stock', search: {} },
  points: { take: '/places', look: '/places', search: {} },
  batch: { take: '/batches/new', look: '/batches', search: {} },
} as const satisfies Readonly<
  Record<Step, { readonly take: string; readonly look: string; readonly search: object }>
>;
