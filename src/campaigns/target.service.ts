import assert from 'node:assert';
import { Injectable } from '@nestjs/common';
import { type MaterialBrief, MaterialService } from '../materials/material.service.js';
import { DeliveryPointService } from '../places/delivery-point.service.js';
import { type PlaceGroup, PlaceGroupService } from '../places/place-group.service.js';
import type { PopulationVersion } from '../places/population.js';
import { Register } from '../places/register.service.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Text } from '../problem.js';
import { explainTarget } from './target-explanation.js';
import { countsPoints, scopeOf, type Scope, type TargetRule } from './target-rule.js';
import {
  type ComputedTarget,
  computeTarget,
  drawLines,
  type PointTallies,
  tallyPoints,
  type TargetPlace,
  type TargetWorkings,
} from './target.js';
import {
  type Moment,
  type OverrideRow,
  readOverrides,
  readRules,
  type RuleRow,
} from './target.query.js';

/** How many pieces of a material a municipality should get. */
export class Target {
  constructor(
    readonly municipalityCode: string,
    readonly materialId: string,
    readonly quantity: number,
    readonly source: ComputedTarget['source'],
    /** The version of the override; null where there is none. */
    readonly overrideVersion: number | null,
    private readonly workings: TargetWorkings,
  ) {}

  /** How it came about; put into words when it is asked for, since most readers want the figure alone. */
  get explanation(): Text {
    return explainTarget(this.workings);
  }
}

interface Facts {
  readonly materials: readonly MaterialBrief[];
  readonly places: readonly TargetPlace[];
  readonly rules: readonly TargetRule[];
  readonly tallies: PointTallies;
  readonly overrides: ReadonlyMap<string, OverrideRow>;
}

/** Targets are computed whenever they are read, from a handful of rules: nothing is kept that could be out of date. */
@Injectable()
export class TargetService {
  constructor(
    private readonly materials: MaterialService,
    private readonly points: DeliveryPointService,
    private readonly groups: PlaceGroupService,
    private readonly register: Register,
  ) {}

  /**
   * Each of the 161 municipalities, in Serbian order, with each material of the campaign, in the campaign's order: also
   * those that should get nothing. Points count as they are now; rules, overrides and populations as of the moment.
   */
  async targets(reader: Reader, campaignId: string, moment: Moment = {}): Promise<Target[]> {
    const facts = await this.readFacts(reader, campaignId, moment);
    const columns = facts.materials.map((material) => ({
      material,
      lines: drawLines(
        material.kind,
        facts.rules.filter(({ materialId }) => materialId === material.id),
        facts.tallies,
      ),
    }));
    return facts.places.flatMap((place) =>
      columns.map(({ material, lines }) => {
        const override = facts.overrides.get(keyOf(place.code, material.id));
        const { quantity, source, workings } = computeTarget(place, lines, override);
        const version = override?.version ?? null;
        return new Target(place.code, material.id, quantity, source, version, workings);
      }),
    );
  }

  /** One of them, as of now; municipality and material are known to be of the campaign. */
  async target(
    reader: Reader,
    key: { campaignId: string; municipalityCode: string; materialId: string },
  ): Promise<Target> {
    const targets = await this.targets(reader, key.campaignId);
    const target = targets.find(
      (each) =>
        each.municipalityCode === key.municipalityCode && each.materialId === key.materialId,
    );
    assert(target !== undefined, 'every municipality has a target for every material');
    return target;
  }

  private async readFacts(reader: Reader, campaignId: string, moment: Moment): Promise<Facts> {
    const ids = await reader.query<{ id: string }>(sql`
      SELECT material_id AS id FROM campaign_material
      WHERE campaign_id = ${campaignId} ORDER BY position, material_id`);
    const materials = await this.materials.briefs(
      reader,
      ids.map(({ id }) => id),
    );
    const rows = await readRules(reader, campaignId, moment);
    const overrides = await readOverrides(reader, campaignId, moment);
    const named = rows.some(({ groupId }) => groupId !== null) ? await this.groups.all(reader) : [];
    const rules = rows.map((row) => this.readRule(row, named));
    const points = rules.some(({ kind }) => countsPoints(kind))
      ? await this.points.select(reader, { activeOnly: true })
      : [];
    const populations = await this.register.populations(reader, givenOf(moment));
    return {
      materials: ids.map(({ id }) => materials.get(id)!),
      places: this.readPlaces(named, populations),
      rules,
      tallies: tallyPoints(points, rules),
      overrides: new Map(
        overrides.map((row) => [keyOf(row.municipalityCode, row.materialId), row]),
      ),
    };
  }

  private readPlaces(
    groups: readonly PlaceGroup[],
    populations: ReadonlyMap<string, PopulationVersion>,
  ): TargetPlace[] {
    const groupsOf = new Map<string, Set<string>>();
    for (const { id, municipalityCodes } of groups)
      for (const code of municipalityCodes)
        groupsOf.set(code, (groupsOf.get(code) ?? new Set()).add(id));
    return this.register.units.map((unit) => {
      const { population, populationStatus } = populations.get(unit.code) ?? unit;
      return {
        code: unit.code,
        districtCode: unit.districtCode,
        regionCode: unit.regionCode,
        groupIds: groupsOf.get(unit.code) ?? new Set(),
        population,
        populationUnverified: populationStatus === 'unverified',
      };
    });
  }

  private readRule(row: RuleRow, groups: readonly PlaceGroup[]): TargetRule {
    const { id, materialId, kind, valueThousandths, pointKind, tag } = row;
    const scope = scopeOf(row);
    const scopeName = this.nameScope(scope, groups);
    return { id, materialId, kind, valueThousandths, pointKind, tag, scope, scopeName };
  }

  /** Every figure for a place group names its source and date. */
  private nameScope({ level, key }: Scope, groups: readonly PlaceGroup[]): Text | null {
    if (level === 'group') {
      const group = groups.find(({ id }) => id === key);
      if (group === undefined) return null;
      const { name, source, validOn } = group;
      return {
        en: `place group "${name}", source: "${source}", ${validOn}`,
        sr: `grupa mesta „${name}“, izvor: „${source}“, ${validOn}`,
      };
    }
    if (level !== 'district' && level !== 'region') return null;
    const areas = level === 'district' ? this.register.districts : this.register.regions;
    const area = areas.find(({ code }) => code === key);
    return area === undefined ? null : { en: `${level} of ${area.nameEn}`, sr: area.nameLatn };
  }
}

function keyOf(municipalityCode: string, materialId: string): string {
  return `${municipalityCode} ${materialId}`;
}

function givenOf({ asOf, knownAt }: Moment): { asOf?: string; knownAt?: string } {
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
}
