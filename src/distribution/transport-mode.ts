/** How a batch travels: by own vehicle, courier, post, bus, with a partner, or otherwise. */
export const TRANSPORT_MODES = [
  'own_vehicle',
  'courier',
  'post',
  'bus',
  'partner',
  'other',
] as const;
export type TransportMode = (typeof TRANSPORT_MODES)[number];
