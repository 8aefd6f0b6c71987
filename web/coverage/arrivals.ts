import type { DistributionRow } from './use-distribution-list.js';
import type { Issue } from './use-municipality.js';

/** Something that came to a municipality: at a delivery point, or handed out to passers-by. */
export interface ArrivalAtPlace {
  readonly id: string;
  readonly at: string;
  readonly materialId: string;
  readonly quantity: number;
  readonly point: { readonly id: string; readonly name: string } | null;
  /** Of a hand-out: where and on which occasion. */
  readonly occasion: string | null;
  readonly isEstimated: boolean;
  readonly batchId: string | null;
  readonly issueId: string | null;
  readonly waybillNumber: string | null;
  readonly mode: DistributionRow['mode'] | null;
  readonly by: string | null;
  readonly proof: DistributionRow['proof'];
}

/** Deliveries and hand-outs together, the latest first. What was reversed never came. */
export function gatherArrivals(
  rows: readonly DistributionRow[],
  issues: readonly Issue[],
): readonly ArrivalAtPlace[] {
  const delivered = rows.flatMap((row) =>
    row.deliveries.map((delivery, index) => readDelivery(row, delivery, index)),
  );
  const handedOut = issues
    .filter(({ reversed, to }) => !reversed && to.deliveryPointId === undefined)
    .flatMap((issue) => issue.lines.map((line, index) => readHandOut(issue, line, index)));
  return [...delivered, ...handedOut].sort(
    (a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id),
  );
}

function readDelivery(
  row: DistributionRow,
  delivery: DistributionRow['deliveries'][number],
  index: number,
): ArrivalAtPlace {
  return {
    id: `${row.deliveryPointId} ${row.materialId ?? ''} ${index}`,
    at: delivery.lastDeliveredAt,
    materialId: row.materialId ?? '',
    quantity: delivery.delivered,
    point: { id: row.deliveryPointId, name: row.name },
    occasion: null,
    isEstimated: false,
    batchId: delivery.batchId ?? null,
    issueId: delivery.issueId ?? null,
    waybillNumber: delivery.waybillNumber ?? null,
    mode: delivery.mode ?? null,
    by: delivery.by ?? null,
    proof: delivery.proof,
  };
}

function readHandOut(
  { id, to, estimated, occurredAt }: Issue,
  { materialId, quantity }: Issue['lines'][number],
  index: number,
): ArrivalAtPlace {
  return {
    id: `${id} ${index}`,
    at: occurredAt,
    materialId,
    quantity,
    point: null,
    occasion: to.occasion ?? null,
    isEstimated: estimated,
    batchId: null,
    issueId: id,
    waybillNumber: null,
    mode: null,
    by: null,
    proof: 'office',
  };
}

/** A delivery point with all that it got, of whatever material. */
export interface PointWithPieces {
  readonly id: string;
  readonly name: string;
  readonly kind: DistributionRow['kind'];
  readonly tags: readonly string[];
  readonly isConfidential: boolean;
  readonly got: readonly { readonly materialId: string; readonly quantity: number }[];
  readonly total: number;
  readonly lastDeliveredAt: string | null;
  readonly outlook: DistributionRow['outlook'];
}

/** One row a point, in the order of the list. */
export function gatherPoints(rows: readonly DistributionRow[]): readonly PointWithPieces[] {
  const points = new Map<string, DistributionRow[]>();
  for (const row of rows) {
    const own = points.get(row.deliveryPointId);
    if (own === undefined) points.set(row.deliveryPointId, [row]);
    else own.push(row);
  }
  return [...points.values()].map((own) => {
    const first = own[0]!;
    const got = own.flatMap(({ materialId, delivered }) =>
      materialId === null || delivered === 0 ? [] : [{ materialId, quantity: delivered }],
    );
    const dates = own.flatMap(({ lastDeliveredAt }) => lastDeliveredAt ?? []).sort();
    return {
      id: first.deliveryPointId,
      name: first.name,
      kind: first.kind,
      tags: first.tags,
      isConfidential: first.confidential,
      got,
      total: got.reduce((sum, { quantity }) => sum + quantity, 0),
      lastDeliveredAt: dates.at(-1) ?? null,
      outlook: first.outlook,
    };
  });
}
