import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import type { PointKind } from '../places/point-kind.js';
import { PlaceGroupService } from '../places/place-group.service.js';
import { Register } from '../places/register.service.js';
import type { Reader } from '../platform/database/transaction.js';
import { Problem, type Text } from '../problem.js';
import { MAXIMUM_CONSIGNMENTS } from './draft.js';
import type { FillPointsDto } from './dto/batch-command.dto.js';
import { ShipmentScope } from './shipment-scope.service.js';

/** Which delivery points a fill means: active ones that fit every condition, within the actor's districts. */
@Injectable()
export class PointChoice {
  constructor(
    private readonly register: Register,
    private readonly groups: PlaceGroupService,
    private readonly points: DeliveryPointService,
    private readonly scope: ShipmentScope,
  ) {}

  /** @throws Problem `rule` where no condition is given, no point fits, or more fit than a batch holds */
  async choose(reader: Reader, actor: Actor, wish: FillPointsDto): Promise<DeliveryPointBrief[]> {
    const { kind, tag, ids } = wish;
    if (Object.values(wish).every((condition) => condition === undefined))
      throw refuse(NO_CONDITION);
    if (ids !== undefined)
      await this.points.requireAll(reader, ids, (index) => `points.ids[${index}]`);
    const municipalityCodes = await this.intersectAreas(reader, actor, wish);
    const chosen = await this.points.select(reader, {
      ...(kind === undefined ? {} : { kind: kind as PointKind }),
      ...(tag === undefined ? {} : { tag }),
      ...(ids === undefined ? {} : { ids: [...new Set(ids)] }),
      ...(municipalityCodes === null ? {} : { municipalityCodes }),
      activeOnly: true,
    });
    if (chosen.length === 0) throw refuse(NONE_FITS);
    if (chosen.length > MAXIMUM_CONSIGNMENTS) throw refuse(explainTooMany(chosen.length));
    return chosen;
  }

  /** The municipalities that lie in every area that is named; null: everywhere. */
  private async intersectAreas(
    reader: Reader,
    actor: Actor,
    wish: FillPointsDto,
  ): Promise<string[] | null> {
    const areas: string[][] = [];
    wish.municipalityCodes?.forEach((code, index) =>
      this.register.requireUnit(code, `points.municipalityCodes[${index}]`),
    );
    if (wish.municipalityCodes !== undefined) areas.push(wish.municipalityCodes);
    if (wish.groupId !== undefined) {
      areas.push([...(await this.groups.codes(reader, wish.groupId, 'points.groupId'))]);
    }
    for (const field of ['districtCode', 'regionCode'] as const) {
      const code = wish[field];
      if (code === undefined) continue;
      const codes = this.register.codesIn({ [field]: code });
      if (codes.length === 0) throw refuseArea(field, code);
      areas.push(codes);
    }
    const own = this.scope.municipalitiesOf(actor);
    if (own !== null) areas.push(own);
    if (areas.length === 0) return null;
    return areas.reduce((common, area) => common.filter((code) => area.includes(code)));
  }
}

function refuse(message: Text): Problem {
  return new Problem('rule', { errors: [{ path: 'points', message }] });
}

function refuseArea(field: 'districtCode' | 'regionCode', code: string): Problem {
  const message = {
    en: `There is no ${field === 'districtCode' ? 'district' : 'region'} ${code}. Use a code such as ${field === 'districtCode' ? 'RS123' : 'RS12'}.`,
    sr: `Ne postoji ${field === 'districtCode' ? 'okrug' : 'region'} ${code}. Upotrebite šifru kao što je ${field === 'districtCode' ? 'RS123' : 'RS12'}.`,
  };
  return new Problem('unknown_reference', { errors: [{ path: `points.${field}`, message }] });
}

const NO_CONDITION: Text = {
  en: 'Say which points: by kind, tag, municipalities, district, region, group or ids.',
  sr: 'Navedite koja mesta: po vrsti, oznaci, opštinama, okrugu, regionu, grupi ili oznakama.',
};
const NONE_FITS: Text = {
  en: 'No active delivery point fits all of these conditions. Loosen one of them.',
  sr: 'Nijedno aktivno mesto isporuke ne ispunjava sve ove uslove. Ublažite neki od njih.',
};

function explainTooMany(count: number): Text {
  return {
    en: `${count} delivery points fit, and a batch holds at most ${MAXIMUM_CONSIGNMENTS}. Fill several batches, district by district.`,
    sr: `Uslove ispunjava ${count} mesta isporuke, a tura ima najviše ${MAXIMUM_CONSIGNMENTS} pošiljki. Napunite više tura, okrug po okrug.`,
  };
}
