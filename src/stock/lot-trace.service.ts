import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { WarehouseService } from '../places/warehouse.service.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Instant } from '../time.js';
import { kindOfAccount, ownerOfAccount, type Account, type AccountKind } from './account.js';
import type {
  LotHandedOutDto,
  LotInWarehouseDto,
  LotOnItsWayDto,
  LotRecallDto,
  LotTraceDto,
  RecallOnItsWayDto,
} from './dto/lot.dto.js';
import { LotAccountService } from './lot-account.service.js';
import { StockVisibility } from './stock-visibility.service.js';

interface Holding {
  readonly account: Account;
  readonly consignmentId: string;
  readonly quantity: number;
  readonly reserved: number;
  readonly lastMovementAt: Instant;
}

/** Where every piece of a print run is, and whom to call when it has to come back. */
@Injectable()
export class LotTraceService {
  constructor(
    private readonly reads: ReadConnection,
    private readonly accounts: LotAccountService,
    private readonly points: DeliveryPointService,
    private readonly warehouses: WarehouseService,
    private readonly visibility: StockVisibility,
  ) {}

  /** All of one moment. @throws Problem `not_found` */
  trace(lotId: string, actor: Actor): Promise<LotTraceDto> {
    return this.reads.snapshot((reader) => this.read(reader, lotId, actor));
  }

  /** With names and contacts, for coordinators. @throws Problem `not_found` */
  recall(lotId: string, actor: Actor): Promise<LotRecallDto> {
    return this.reads.snapshot(async (reader) => {
      const trace = await this.read(reader, lotId, actor);
      const ways = [...trace.reserved, ...trace.inTransit, ...trace.deliveryPoints];
      const ids = new Set(ways.map(({ deliveryPointId }) => deliveryPointId));
      const points = await this.points.briefs(reader, [...ids]);
      const warehouses = await this.warehouses.all(reader);
      const name = (way: LotOnItsWayDto): RecallOnItsWayDto => {
        const point = points.get(way.deliveryPointId);
        const { batchId, consignmentId, deliveryPointId, quantity } = way;
        const [pointName, contact] = [point?.name ?? '', point?.contact ?? null];
        return { batchId, consignmentId, deliveryPointId, quantity, name: pointName, contact };
      };
      return {
        lot: trace.lot,
        warehouses: trace.warehouses.map(({ warehouseId, onHand, reserved }) => {
          const { name: called, keeperIds } = warehouses.find(({ id }) => id === warehouseId)!;
          return { warehouseId, onHand, reserved, name: called, keeperIds };
        }),
        reserved: trace.reserved.map(name),
        inTransit: trace.inTransit.map(name),
        deliveryPoints: trace.deliveryPoints.map(({ deliveryPointId, quantity }) => {
          const point = points.get(deliveryPointId)!;
          const { municipalityCode, address, contact } = point;
          return {
            deliveryPointId,
            name: point.name,
            municipalityCode,
            address,
            contact,
            quantity,
          };
        }),
        handedOut: trace.handedOut,
      };
    });
  }

  private async read(reader: Reader, lotId: string, actor: Actor): Promise<LotTraceDto> {
    const lot = await this.accounts.get(lotId, actor, { reader });
    const holdings = await readHoldings(reader, lotId);
    const of = (kind: AccountKind) => holdings.filter((one) => kindOfAccount(one.account) === kind);
    const [inTransit, reserved] = [
      await readInTransit(reader, lotId),
      await readReserved(reader, lotId),
    ];
    const delivered = of('delivered').map(({ account, quantity, lastMovementAt }) => ({
      deliveryPointId: ownerOfAccount(account),
      quantity,
      lastMovementAt,
    }));
    const named = [...inTransit, ...reserved, ...delivered];
    const ids = named.map((one) => one.deliveryPointId);
    const hidden = await this.visibility.hiddenAmong(reader, actor, ids);
    return {
      lot,
      warehouses: of('warehouse').map(showWarehouse),
      reserved: reserved.filter((way) => !hidden.has(way.deliveryPointId)),
      inTransit: inTransit.filter((way) => !hidden.has(way.deliveryPointId)),
      deliveryPoints: delivered.filter((held) => !hidden.has(held.deliveryPointId)),
      handedOut: of('handed_out').map(showHandedOut),
    };
  }
}

function showWarehouse({ account, quantity, reserved }: Holding): LotInWarehouseDto {
  return { warehouseId: ownerOfAccount(account), onHand: quantity, reserved };
}

function showHandedOut({ account, quantity, lastMovementAt }: Holding): LotHandedOutDto {
  return { municipalityCode: ownerOfAccount(account), quantity, lastMovementAt };
}

function readHoldings(reader: Reader, lotId: string): Promise<Holding[]> {
  return reader.query<Holding>(sql`
    SELECT account AS "account", consignment_id AS "consignmentId", on_hand AS "quantity",
      reserved AS "reserved", latest_occurred_at AS "lastMovementAt"
    FROM balance WHERE lot_id = ${lotId} AND on_hand <> 0
    ORDER BY account, consignment_id`);
}

/** The point of what is in transit is told by the movement that sent it. */
function readInTransit(reader: Reader, lotId: string): Promise<LotOnItsWayDto[]> {
  return reader.query<LotOnItsWayDto>(sql`
    SELECT MAX(m.batch_id) AS "batchId", b.consignment_id AS "consignmentId",
      MAX(m.delivery_point_id) AS "deliveryPointId", MAX(b.on_hand) AS "quantity"
    FROM balance b JOIN movement m ON m.to_account = b.account AND m.lot_id = b.lot_id
      AND m.consignment_id = b.consignment_id
    WHERE b.lot_id = ${lotId} AND b.on_hand > 0 AND SUBSTR(b.account, 1, 11) = 'in_transit:'
    GROUP BY b.account, b.consignment_id ORDER BY "batchId", "consignmentId"`);
}

function readReserved(reader: Reader, lotId: string): Promise<LotOnItsWayDto[]> {
  return reader.query<LotOnItsWayDto>(sql`
    SELECT batch_id AS "batchId", consignment_id AS "consignmentId",
      MAX(delivery_point_id) AS "deliveryPointId",
      SUM(CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END) AS "quantity"
    FROM reservation WHERE lot_id = ${lotId} GROUP BY batch_id, consignment_id
    HAVING SUM(CASE WHEN kind = 'reserve' THEN quantity ELSE -quantity END) > 0
    ORDER BY "batchId", "consignmentId"`);
}
