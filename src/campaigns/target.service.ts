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
  tallyPoints,
  type TargetPlace,
  type TargetPoint,
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

  /** Why it was set by hand; null where it was not. */
  get reason(): string | null {
    return this.workings.override?.reason ?? null;
  }

  /** How it came about; put into words when it is asked for, since most readers want the figure alone. */
  get explanation(): Text {
    return explainTarget(this.workings);
  }
}

/** What targets rest on, but for the rules that count. */
interface Ground {
  readonly materials: readonly MaterialBrief[];
  readonly rows: readonly RuleRow[];
  readonly overrides: ReadonlyMap<string, OverrideRow>;
  /** Read where a rule needs them, else empty. */
  readonly groups: readonly PlaceGroup[];
  readonly points: readonly TargetPoint[];
  readonly populations: ReadonlyMap<string, PopulationVersion>;
}

/** What a rule would make of a target. */
export interface TargetChange {
  readonly before: Target;
  readonly after: Target;
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
    const ground = await this.readGround(reader, campaignId, moment);
    return this.compute(ground, ground.rows);
  }

  /**
   * Each of the 161, in Serbian order, with the rule's material: its target as it is, and as it would be with the rule, which
   * comes in the place of the one that it replaces, if any.
   */
  async preview(
    reader: Reader,
    campaignId: string,
    rule: RuleRow,
    replaces?: string,
  ): Promise<TargetChange[]> {
    const whole = await this.readGround(reader, campaignId, {}, [rule]);
    const materials = whole.materials.filter(({ id }) => id === rule.materialId);
    const ground = { ...whole, materials };
    const before = this.compute(ground, ground.rows);
    const rows = [...ground.rows.filter(({ id }) => id !== replaces), rule];
    return this.compute(ground, rows).map((after, index) => ({ before: before[index]!, after }));
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

  /** @param further rules that are to be computed with as well */
  private async readGround(
    reader: Reader,
    campaignId: string,
    moment: Moment,
    further: readonly RuleRow[] = [],
  ): Promise<Ground> {
    const ids = await reader.query<{ id: string }>(sql`
      SELECT material_id AS id FROM campaign_material
      WHERE campaign_id = ${campaignId} ORDER BY position, material_id`);
    const materials = await this.materials.briefs(
      reader,
      ids.map(({ id }) => id),
    );
    const rows = await readRules(reader, campaignId, moment);
    const overrides = await readOverrides(reader, campaignId, moment);
    const all = [...rows, ...further];
    return {
      materials: ids.map(({ id }) => materials.get(id)!),
      rows,
      overrides: new Map(
        overrides.map((row) => [keyOf(row.municipalityCode, row.materialId), row]),
      ),
      groups: all.some(({ groupId }) => groupId !== null) ? await this.groups.all(reader) : [],
      points: all.some(({ kind }) => countsPoints(kind))
        ? await this.points.select(reader, { activeOnly: true })
        : [],
      populations: await this.register.populations(reader, givenOf(moment)),
    };
  }

  private compute(ground: Ground, rows: readonly RuleRow[]): Target[] {
    const rules = rows.map((row) => this.readRule(row, ground.groups));
    const tallies = tallyPoints(ground.points, rules);
    const columns = ground.materials.map((material) => ({
      material,
      lines: drawLines(
        material.kind,
        rules.filter(({ materialId }) => materialId === material.id),
        tallies,
      ),
    }));
    return this.readPlaces(ground.groups, ground.populations).flatMap((place) =>
      columns.map(({ material, lines }) => {
        const override = ground.overrides.get(keyOf(place.code, material.id));
        const { quantity, source, workings } = computeTarget(place, lines, override);
        const version = override?.version ?? null;
        return new Target(place.code, material.id, quantity, source, version, workings);
      }),
    );
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
