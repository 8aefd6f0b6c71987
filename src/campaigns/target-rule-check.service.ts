import { Injectable } from '@nestjs/common';
import { MaterialService } from '../materials/material.service.js';
import { PlaceGroupService } from '../places/place-group.service.js';
import { Register } from '../places/register.service.js';
import { sql } from '../platform/database/sql.js';
import type { Reader } from '../platform/database/transaction.js';
import { type FieldError, Problem } from '../problem.js';
import { assertTargetRule, type TargetRuleDraft } from './target-rule.js';

/** Whether what a target rule or an override names is there: material, group, district, region, municipality. */
@Injectable()
export class TargetRuleCheck {
  constructor(
    private readonly materials: MaterialService,
    private readonly groups: PlaceGroupService,
    private readonly register: Register,
  ) {}

  /** @throws Problem `unknown_reference`, `not_a_coverage_unit`, `rule` */
  async check(
    reader: Reader,
    campaignId: string,
    draft: TargetRuleDraft & { readonly materialId: string },
  ): Promise<void> {
    await this.requireMaterial(reader, campaignId, draft.materialId);
    const [material] = await this.materials.requireAll(
      reader,
      [draft.materialId],
      () => 'materialId',
    );
    assertTargetRule(draft, material!.kind);
    const { municipalityCode, groupId, districtCode, regionCode } = draft;
    if (municipalityCode !== null) this.register.requireUnit(municipalityCode, 'municipalityCode');
    if (groupId !== null) await this.groups.codes(reader, groupId, 'groupId');
    if (districtCode !== null) requireArea(this.register.districts, districtCode, 'districtCode');
    if (regionCode !== null) requireArea(this.register.regions, regionCode, 'regionCode');
  }

  /** The material must be one of the campaign's. @throws Problem `unknown_reference` */
  async requireMaterial(
    reader: Reader,
    campaignId: string,
    materialId: string,
    path = 'materialId',
  ): Promise<void> {
    const row = await reader.one(sql`SELECT position FROM campaign_material
      WHERE campaign_id = ${campaignId} AND material_id = ${materialId}`);
    if (row === undefined)
      throw new Problem('unknown_reference', {
        errors: [describeForeignMaterial(materialId, path)],
      });
  }
}

function requireArea(
  areas: readonly { readonly code: string }[],
  code: string,
  path: 'districtCode' | 'regionCode',
): void {
  if (areas.some((area) => area.code === code)) return;
  const list = path === 'districtCode' ? '/districts' : '/regions';
  const message = {
    en: `There is no such area: ${code}. Take a code from ${list}.`,
    sr: `Ne postoji oblast sa oznakom „${code}“. Uzmite oznaku sa spiska „${list}“.`,
  };
  throw new Problem('unknown_reference', { errors: [{ path, message }] });
}

function describeForeignMaterial(materialId: string, path: string): FieldError {
  return {
    path,
    message: {
      en: `The campaign has no material with the id ${materialId}. Choose one of its materials, or add it to the campaign first.`,
      sr: `Kampanja nema materijal sa oznakom ${materialId}. Izaberite jedan od njenih materijala ili ga prvo dodajte kampanji.`,
    },
  };
}
