/** What a delivery point can be: where a consignment is handed over. */
export const POINT_KINDS = [
  'school',
  'social_work',
  'police',
  'health',
  'municipal_office',
  'ngo',
  'shelter',
  'broadcaster',
  'media_owner',
  'billboard_site',
  'partner',
  'other',
] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export const WAREHOUSE_KINDS = ['own', 'partner'] as const;
export type WarehouseKind = (typeof WAREHOUSE_KINDS)[number];
