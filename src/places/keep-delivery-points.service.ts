import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Transaction } from '../platform/database/transaction.js';
import type { Made } from '../platform/http/made.js';
import type { DeliveryPoint } from './delivery-point.js';
import { refuseMove } from './delivery-point.js';
import { DeliveryPointService } from './delivery-point.service.js';
import type { ChangeDeliveryPointDto, CreateDeliveryPointDto } from './dto/delivery-point.dto.js';
import { refuseFarPosition, refuseHalfPosition } from './place-position.js';
import { definedOf } from '../platform/http/defined.js';
import { PlaceRecords } from './place-records.service.js';
import { readViolation } from '../platform/database/violation.js';
import { refuseDuplicateCode, refuseInUse } from './refusal.js';
import { Register } from './register.service.js';
import { searchText } from './search.js';
import { serbianSortKey } from './serbian-order.js';
import { reaches, refuseOtherDistrict } from './visibility.js';

type Fields = Omit<CreateDeliveryPointDto, 'id'>;

/** Makes, changes and removes delivery points. */
@Injectable()
export class KeepDeliveryPoints {
  constructor(
    private readonly records: PlaceRecords,
    private readonly register: Register,
    private readonly points: DeliveryPointService,
  ) {}

  create(body: CreateDeliveryPointDto, actor: Actor): Promise<Made<DeliveryPoint>> {
    const { id, ...content } = body;
    const creation = this.records.create<DeliveryPoint>({
      table: 'delivery_point',
      id,
      content,
      actorId: actor.id,
      draft: () => Promise.resolve(this.draft(content, actor)),
      read: (tx, pointId) => this.points.get(pointId, actor, tx),
    });
    return creation.catch((error: unknown) => tellDuplicate(error, body.code));
  }

  change(
    id: string,
    version: number,
    body: ChangeDeliveryPointDto,
    actor: Actor,
  ): Promise<DeliveryPoint> {
    const change = this.records.change<DeliveryPoint>({
      table: 'delivery_point',
      id,
      version,
      draft: async (tx, current) => {
        const fields: Fields = { ...current, ...definedOf(body) };
        if (fields.municipalityCode !== current.municipalityCode) await this.refuseIfPinned(tx, id);
        return this.draft(fields, actor);
      },
      read: (tx, pointId) => this.points.get(pointId, actor, tx),
    });
    return change.catch((error: unknown) => tellDuplicate(error, body.code));
  }

  remove(id: string, version: number, actor: Actor): Promise<void> {
    return this.records.remove<DeliveryPoint>({
      table: 'delivery_point',
      id,
      version,
      retirable: true,
      read: (tx, pointId) => this.points.get(pointId, actor, tx),
      check: async (tx) => {
        if (await this.points.isReferredTo(tx, id)) throw refuseInUse(true);
      },
    });
  }

  private async refuseIfPinned(tx: Transaction, id: string): Promise<void> {
    if (await this.points.isReferredTo(tx, id)) throw refuseMove();
  }

  private draft(fields: Fields, actor: Actor) {
    const unit = this.register.requireUnit(fields.municipalityCode, 'municipalityCode');
    if (!reaches(actor, unit.districtCode)) throw refuseOtherDistrict(unit.nameLatn);
    refuseHalfPosition(fields);
    refuseFarPosition(this.register.cells, fields, unit, (code) => this.describeUnit(code));
    const { code, name, settlement, address } = fields;
    return {
      code: code ?? null,
      name,
      kind: fields.kind,
      tags: JSON.stringify(fields.tags ?? []),
      municipality_code: unit.code,
      settlement: settlement ?? null,
      address,
      postcode: fields.postcode ?? null,
      latitude: fields.latitude ?? null,
      longitude: fields.longitude ?? null,
      contact: fields.contact == null ? null : JSON.stringify(fields.contact),
      audience: fields.audience ?? null,
      hours: fields.hours ?? null,
      note: fields.note ?? null,
      active: fields.active ?? true,
      confidential: fields.confidential ?? fields.kind === 'shelter',
      search_text: searchText(name, code, settlement, address, fields.postcode, unit.nameLatn),
      sort_key: serbianSortKey(name),
    };
  }

  private describeUnit(code: string): string {
    const unit = this.register.unit(code);
    return unit === undefined ? code : `${unit.nameLatn} (${code})`;
  }
}

function tellDuplicate(error: unknown, code: string | null | undefined): never {
  if (readViolation(error) === 'unique' && code != null) throw refuseDuplicateCode(code);
  throw error;
}
