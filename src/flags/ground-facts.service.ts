import { Injectable } from '@nestjs/common';
import { ClosureService } from '../places/closure.service.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import type { DeliveryPointBrief } from '../places/delivery-point.js';
import { PlaceGroupService } from '../places/place-group.service.js';
import { Register } from '../places/register.service.js';
import type { Reader } from '../platform/database/transaction.js';
import type { FlagFacts, PointProfile } from './facts.js';
import type { FlagRule } from './rules.js';

export interface Ground {
  readonly facts: Pick<FlagFacts, 'municipalityCodes' | 'closures' | 'pointsIn' | 'groups'>;
  /** Every point there is, by its id. */
  readonly points: ReadonlyMap<string, DeliveryPointBrief>;
}

/** Municipalities, their points, groups and closures. */
@Injectable()
export class GroundFacts {
  constructor(
    private readonly register: Register,
    private readonly points: DeliveryPointService,
    private readonly groups: PlaceGroupService,
    private readonly closures: ClosureService,
  ) {}

  async load(reader: Reader, rules: readonly FlagRule[]): Promise<Ground> {
    const points = await this.points.select(reader, {});
    const named = rules.some(({ groupId }) => groupId !== null);
    const groups = named ? await this.groups.all(reader) : [];
    return {
      points: new Map(points.map((point) => [point.id, point])),
      facts: {
        municipalityCodes: this.register.units.map(({ code }) => code),
        closures: await this.closures.all(reader),
        pointsIn: profilePoints(points),
        groups: new Map(
          groups.map(({ id, municipalityCodes }) => [id, new Set(municipalityCodes)]),
        ),
      },
    };
  }
}

export function profileOf({ kind, tags }: DeliveryPointBrief): PointProfile {
  return { pointKind: kind, tags: [...tags].sort() };
}

/** Each combination of kind and tags once, since closures look at nothing else. */
function profilePoints(points: readonly DeliveryPointBrief[]): Map<string, PointProfile[]> {
  const profiles = new Map<string, Map<string, PointProfile>>();
  for (const point of points) {
    if (!point.active) continue;
    const profile = profileOf(point);
    const known = profiles.get(point.municipalityCode) ?? new Map<string, PointProfile>();
    profiles.set(point.municipalityCode, known.set(JSON.stringify(profile), profile));
  }
  return new Map([...profiles].map(([code, known]) => [code, [...known.values()]]));
}
