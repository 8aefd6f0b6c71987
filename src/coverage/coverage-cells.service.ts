import { Injectable } from '@nestjs/common';
import { TargetService } from '../campaigns/target.service.js';
import { sql, type Sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { type CellSum, LedgerSums, type LotFacts } from '../stock/ledger-sums.service.js';
import { addDays, dayOf, endOfDay, type Instant, startOfDay } from '../time.js';
import { addFigures, type Figures, NO_FIGURES } from './coverage.js';
import type { CoverageMoment } from './coverage-moment.service.js';
import { CoverageTransits, type OpenLine } from './coverage-transits.service.js';

export interface CellsRequest {
  readonly campaignId: string;
  /** Undefined: all. */
  readonly materialIds?: ReadonlySet<string> | undefined;
  /** Only these print runs; undefined: all. */
  readonly lotIds?: readonly string[] | undefined;
  /** Whose share of the delivered pieces is told beside them. */
  readonly funder?: string | undefined;
  readonly from?: Instant | undefined;
}

/** Figures of one municipality and material. */
export interface CoverageCell {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly figures: Figures;
  /** Delivered pieces, each counted by the funder's part in its print run. */
  readonly fundedPieces: number;
}

type PieceFigures = Omit<Figures, 'target' | 'refusedPending' | 'silent'>;
interface PieceRow extends PieceFigures {
  readonly municipalityCode: string;
  readonly materialId: string;
  readonly fundedPieces: number;
}

/** The figures of municipalities and materials: of the present from the projection, of the past from the entries. */
@Injectable()
export class CoverageCells {
  constructor(
    private readonly sums: LedgerSums,
    private readonly targets: TargetService,
    private readonly transits: CoverageTransits,
  ) {}

  /** Only where there is something to tell; a municipality or material that is not there has none. */
  async read(
    reader: Reader,
    request: CellsRequest,
    moment: CoverageMoment,
  ): Promise<CoverageCell[]> {
    const lots = await this.sums.lots(reader, { campaignId: request.campaignId, ...moment });
    const pieces = moment.isPresent
      ? await readPresent(reader, request, lots)
      : await this.readPast(reader, request, lots, moment);
    const cells = new Cells(request.materialIds);
    for (const row of pieces) cells.addPieces(row);
    // Targets and what is expected belong to the place, whoever paid: of one funder or run there is none.
    if (request.lotIds === undefined) {
      await this.addTargets(reader, request, moment, cells);
      const lines = await this.transits.openLines(reader, request.campaignId, moment);
      for (const line of lines) cells.addLine(line);
    }
    return cells.list();
  }

  private async addTargets(
    reader: Reader,
    { campaignId }: CellsRequest,
    { asOf, knownAt }: CoverageMoment,
    cells: Cells,
  ): Promise<void> {
    const targets = await this.targets.targets(reader, campaignId, {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownAt === undefined ? {} : { knownAt }),
    });
    for (const { municipalityCode, materialId, quantity } of targets) {
      if (quantity === 0) continue;
      cells.add(municipalityCode, materialId, { ...NO_FIGURES, target: quantity });
    }
  }

  private async readPast(
    reader: Reader,
    request: CellsRequest,
    lots: readonly LotFacts[],
    moment: CoverageMoment,
  ): Promise<PieceRow[]> {
    const { campaignId, from } = request;
    const lotOf = new Map(lots.map((lot) => [lot.lotId, lot]));
    const isAsked = ({ lotId }: { lotId: string }): boolean =>
      request.lotIds?.includes(lotId) ?? true;
    const sums = await this.sums.cells(reader, { campaignId, from, ...moment });
    const planned = await this.sums.planned(reader, { campaignId, ...moment });
    return [
      ...sums.filter(isAsked).map((sum) => judgeSum(sum, lotOf.get(sum.lotId), request.funder)),
      ...planned.filter(isAsked).map((row) => ({
        ...NO_PIECES,
        municipalityCode: row.municipalityCode,
        materialId: row.materialId,
        planned: row.planned,
      })),
    ];
  }
}

const NO_PIECES = { ...NO_FIGURES, fundedPieces: 0 };

/** From its withdrawal a lot's pieces no longer count as delivered. */
function judgeSum(sum: CellSum, lot: LotFacts | undefined, funder: string | undefined): PieceRow {
  const percent = lot?.funding.find((share) => share.funder === funder)?.percent ?? 0;
  const row = {
    ...NO_PIECES,
    municipalityCode: sum.municipalityCode,
    materialId: sum.materialId,
    inTransit: sum.inTransit,
    damaged: sum.damaged,
    lost: sum.lost,
  };
  if (lot !== undefined && lot.withdrawnAt !== null) return { ...row, withdrawn: sum.delivered };
  const { delivered, deliveredSince, firstDeliveredAt, lastDeliveredAt } = sum;
  const fundedPieces = (delivered * percent) / 100;
  return { ...row, delivered, deliveredSince, firstDeliveredAt, lastDeliveredAt, fundedPieces };
}

class Cells {
  private readonly cells = new Map<string, CoverageCell>();

  constructor(private readonly materialIds: ReadonlySet<string> | undefined) {}

  addPieces({ municipalityCode, materialId, fundedPieces, ...pieces }: PieceRow): void {
    this.add(municipalityCode, materialId, { ...NO_FIGURES, ...pieces }, fundedPieces);
  }

  addLine(line: OpenLine): void {
    this.add(line.municipalityCode, line.materialId, {
      ...NO_FIGURES,
      refusedPending: line.refusedPending,
      silent: line.silent ? line.inTransit : 0,
    });
  }

  add(municipalityCode: string, materialId: string, figures: Figures, fundedPieces = 0): void {
    if (this.materialIds?.has(materialId) === false) return;
    const key = `${municipalityCode} ${materialId}`;
    const known = this.cells.get(key);
    this.cells.set(key, {
      municipalityCode,
      materialId,
      figures: known === undefined ? figures : addFigures(known.figures, figures),
      fundedPieces: (known?.fundedPieces ?? 0) + fundedPieces,
    });
  }

  list(): CoverageCell[] {
    return [...this.cells.values()];
  }
}

async function readPresent(
  reader: Reader,
  request: CellsRequest,
  lots: readonly LotFacts[],
): Promise<PieceRow[]> {
  const { campaignId, from } = request;
  const withdrawn = withdrawnIn(lots);
  const isWithdrawn =
    withdrawn.length === 0 ? sql.raw('FALSE') : sql.isIn(reader.engine, sql`c.lot_id`, withdrawn);
  const standing = (column: string): Sql =>
    sql`CASE WHEN ${isWithdrawn} THEN NULL ELSE ${sql.raw(`c.${column}`)} END`;
  const rows = await reader.query<Omit<PieceRow, 'deliveredSince'>>(
    sql`SELECT c.municipality_code AS "municipalityCode", c.material_id AS "materialId",
        SUM(c.planned) AS planned, SUM(c.in_transit) AS "inTransit",
        SUM(CASE WHEN ${isWithdrawn} THEN 0 ELSE c.delivered END) AS delivered,
        SUM(CASE WHEN ${isWithdrawn} THEN c.delivered ELSE 0 END) AS withdrawn,
        SUM(c.damaged) AS damaged, SUM(c.lost) AS lost,
        MIN(${standing('first_delivered_at')}) AS "firstDeliveredAt",
        MAX(${standing('last_delivered_at')}) AS "lastDeliveredAt",
        SUM(${fundedPieces(lots, request.funder)}) AS "fundedPieces"
      FROM coverage_cell c
      ${sql.where([sql`c.campaign_id = ${campaignId}`, ...onlyLots(reader, request)])}
      GROUP BY c.municipality_code, c.material_id`,
  );
  if (from === undefined) return rows.map((row) => ({ ...row, deliveredSince: row.delivered }));
  return [
    ...rows.map((row) => ({ ...row, deliveredSince: 0 })),
    ...(await readSince(reader, request, lots, from)),
  ];
}

/** Whole days from their sums; of the day that `from` cuts, the deliveries themselves. */
async function readSince(
  reader: Reader,
  request: CellsRequest,
  lots: readonly LotFacts[],
  from: Instant,
): Promise<PieceRow[]> {
  const cutDay = dayOf(from);
  const isCut = from !== startOfDay(cutDay);
  const conditions = [
    sql`c.campaign_id = ${request.campaignId}`,
    sql`NOT (${sql.isIn(reader.engine, sql`c.lot_id`, withdrawnIn(lots))})`,
    ...onlyLots(reader, request),
  ];
  const sources = [
    sql`SELECT c.municipality_code, c.material_id, SUM(c.delivered) AS delivered FROM coverage_day c
      ${sql.where([...conditions, sql`c.day >= ${isCut ? addDays(cutDay, 1) : cutDay}`])}
      GROUP BY c.municipality_code, c.material_id`,
    ...(isCut
      ? [
          sql`SELECT c.municipality_code, c.material_id, SUM(c.quantity) AS delivered
            FROM coverage_delivery c
            ${sql.where([
              ...conditions,
              sql`c.occurred_at >= ${from}`,
              sql`c.occurred_at <= ${endOfDay(cutDay)}`,
            ])}
            GROUP BY c.municipality_code, c.material_id`,
        ]
      : []),
  ];
  const rows = await reader.query<{
    municipalityCode: string;
    materialId: string;
    delivered: number;
  }>(
    sql`SELECT s.municipality_code AS "municipalityCode", s.material_id AS "materialId", s.delivered
      FROM (${sql.join(sources, ' UNION ALL ')}) AS s`,
  );
  return rows.map(({ municipalityCode, materialId, delivered }) => ({
    ...NO_PIECES,
    municipalityCode,
    materialId,
    deliveredSince: delivered,
  }));
}

function fundedPieces(lots: readonly LotFacts[], funder: string | undefined): Sql {
  const shares = lots.flatMap(({ lotId, withdrawnAt, funding }) => {
    const percent = funding.find((share) => share.funder === funder)?.percent;
    return percent === undefined || withdrawnAt !== null ? [] : [{ lotId, percent }];
  });
  if (shares.length === 0) return sql`0`;
  const whens = shares.map(
    ({ lotId, percent }) =>
      sql`WHEN c.lot_id = ${lotId} THEN c.delivered * CAST(${percent} AS double precision) / 100`,
  );
  return sql`CASE ${sql.join(whens, ' ')} ELSE 0 END`;
}

function onlyLots(reader: Reader, { lotIds }: CellsRequest): Sql[] {
  return lotIds === undefined ? [] : [sql.isIn(reader.engine, sql`c.lot_id`, lotIds)];
}

function withdrawnIn(lots: readonly LotFacts[]): string[] {
  return lots.flatMap(({ lotId, withdrawnAt }) => (withdrawnAt === null ? [] : [lotId]));
}
