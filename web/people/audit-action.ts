/** What somebody did, from the request that they made: each that changes something has a word of its own. */
import type words from './words.sr.json';

export type AuditAction = keyof typeof words.action;

const BASE = '/api/v1/';

/** Method and path beneath `/api/v1/`, as the service records them. */
export const ACTIONS: ReadonlyMap<string, AuditAction> = new Map<string, AuditAction>([
  ['POST auth/login', 'login'],
  ['POST auth/logout', 'logout'],
  ['POST auth/password', 'password'],
  ['POST auth/first-administrator', 'firstAdministrator'],
  ['POST tokens', 'makeToken'],
  ['DELETE tokens/:id', 'revokeToken'],
  ['POST users', 'makeUser'],
  ['PATCH users/:id', 'changeUser'],
  ['DELETE users/:id', 'removeUser'],
  ['POST delivery-points', 'makePoint'],
  ['PATCH delivery-points/:id', 'changePoint'],
  ['DELETE delivery-points/:id', 'removePoint'],
  ['POST warehouses', 'makeWarehouse'],
  ['PATCH warehouses/:id', 'changeWarehouse'],
  ['DELETE warehouses/:id', 'removeWarehouse'],
  ['POST place-groups', 'makeGroup'],
  ['PATCH place-groups/:id', 'changeGroup'],
  ['DELETE place-groups/:id', 'removeGroup'],
  ['POST closures', 'makeClosure'],
  ['PATCH closures/:id', 'changeClosure'],
  ['DELETE closures/:id', 'removeClosure'],
  ['POST materials', 'makeMaterial'],
  ['PATCH materials/:id', 'changeMaterial'],
  ['DELETE materials/:id', 'removeMaterial'],
  ['POST campaigns', 'makeCampaign'],
  ['PATCH campaigns/:id', 'changeCampaign'],
  ['DELETE campaigns/:id', 'removeCampaign'],
  ['POST campaigns/:campaignId/target-rules', 'makeTargetRule'],
  ['PATCH campaigns/:campaignId/target-rules/:id', 'changeTargetRule'],
  ['DELETE campaigns/:campaignId/target-rules/:id', 'removeTargetRule'],
  ['PUT campaigns/:campaignId/targets/:municipalityCode/:materialId', 'override'],
  ['DELETE campaigns/:campaignId/targets/:municipalityCode/:materialId', 'dropOverride'],
  ['POST stock/receipts', 'receive'],
  ['POST stock/issues', 'issue'],
  ['POST stock/movements/:id/reverse', 'reverse'],
  ['POST stock/lots/:id/block', 'blockLot'],
  ['POST stock/lots/:id/release', 'releaseLot'],
  ['POST stock/lots/:id/withdraw', 'withdrawLot'],
  ['POST print-orders', 'makeOrder'],
  ['PATCH print-orders/:id', 'changeOrder'],
  ['DELETE print-orders/:id', 'removeOrder'],
  ['POST print-orders/:id/close-short', 'closeOrderShort'],
  ['POST batches', 'makeBatch'],
  ['PATCH batches/:id', 'changeBatch'],
  ['DELETE batches/:id', 'removeBatch'],
  ['POST batches/:id/fill', 'fillBatch'],
  ['POST batches/:id/plan', 'planBatch'],
  ['POST batches/:id/unplan', 'unplanBatch'],
  ['POST batches/:id/pack', 'packBatch'],
  ['POST batches/:id/assign', 'assignBatch'],
  ['PUT consignments/:id/tracking', 'track'],
  ['POST batches/:id/dispatch', 'dispatchBatch'],
  ['POST batches/:id/close', 'closeBatch'],
  ['POST batches/:id/cancel', 'cancelBatch'],
  ['POST batches/:id/return', 'returnBatch'],
  ['POST batches/:id/lose', 'loseBatch'],
  ['POST confirmations', 'confirm'],
  ['POST confirmations/sync', 'sync'],
  ['POST confirmations/:id/correct', 'correct'],
  ['POST confirmations/:id/prefer', 'prefer'],
  ['POST confirmations/:id/dismiss', 'dismiss'],
  ['POST discrepancies/:id/resolve', 'resolveDiscrepancy'],
  ['POST flag-rules', 'makeFlagRule'],
  ['PATCH flag-rules/:id', 'changeFlagRule'],
  ['DELETE flag-rules/:id', 'removeFlagRule'],
  ['POST flags/:id/acknowledge', 'acknowledgeFlag'],
  ['POST flags/:id/resolve', 'resolveFlag'],
  ['POST flags/:id/reopen', 'reopenFlag'],
  ['POST flags/:id/assign', 'assignFlag'],
  ['POST jobs/:name/run', 'runJob'],
]);

/** Undefined for what has no word yet: it is shown as it was recorded. */
export function actionOf(entry: {
  readonly method: string;
  readonly route: string;
}): AuditAction | undefined {
  if (!entry.route.startsWith(BASE)) return undefined;
  return ACTIONS.get(`${entry.method} ${entry.route.slice(BASE.length)}`);
}
