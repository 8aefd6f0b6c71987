import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { type CampaignBrief, CampaignService } from '../campaigns/campaign.service.js';
import { assertSeesCampaign } from '../campaigns/campaign-access.js';
import type { MaterialKind } from '../materials/material.js';
import { MaterialService } from '../materials/material.service.js';
import { PlaceGroupService } from '../places/place-group.service.js';
import type { PopulationStatus, Unit } from '../places/register.js';
import { Register } from '../places/register.service.js';
import { districtsOf } from '../places/visibility.js';
import type { Reader } from '../platform/database/transaction.js';
import type { Day } from '../time.js';
import type { CoverageMoment } from './coverage-moment.service.js';

/** What part of a campaign is looked at. */
export interface ScopeRequest {
  readonly campaignId: string;
  /** One material; absent: those of `kind`; both absent: print and outdoor. */
  readonly materialId?: string | undefined;
  readonly kind?: MaterialKind | undefined;
  readonly groupId?: string | undefined;
  readonly municipalityCode?: string | undefined;
  readonly districtCode?: string | undefined;
  readonly regionCode?: string | undefined;
}

/** A municipality with the population that counted at the moment. */
export interface ScopeUnit extends Unit {
  readonly population: number;
  readonly populationStatus: PopulationStatus;
}

interface GroupFacts {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly validOn: Day;
}

export interface CoverageScope {
  readonly campaign: CampaignBrief;
  readonly materialIds: ReadonlySet<string>;
  readonly units: readonly ScopeUnit[];
  readonly codes: ReadonlySet<string>;
  /** The place group that the figures are for, with its source and date. */
  readonly group: GroupFacts | null;
}

/** One airing over the whole country must not hide a municipality, so broadcast is looked at only where it is named. */
const USUAL_KINDS: readonly MaterialKind[] = ['print', 'outdoor'];

@Injectable()
export class CoverageScopes {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly materials: MaterialService,
    private readonly groups: PlaceGroupService,
    private readonly register: Register,
  ) {}

  /**
   * @param actor whose campaigns and districts bound what is seen; undefined: the service itself, everything
   * @throws Problem `unknown_reference`, `not_a_coverage_unit`; `not_found` for a campaign that is not the actor's
   */
  async resolve(
    reader: Reader,
    request: ScopeRequest,
    moment: CoverageMoment,
    actor?: Actor,
  ): Promise<CoverageScope> {
    if (actor !== undefined) assertSeesCampaign(actor, request.campaignId);
    const campaign = await this.campaigns.require(reader, request.campaignId, 'campaign');
    const group =
      request.groupId === undefined
        ? undefined
        : await this.groups.requireGroup(reader, request.groupId, 'group');
    const units = await this.populate(
      reader,
      this.chooseUnits(request, actor).filter(
        ({ code }) => group?.municipalityCodes.includes(code) ?? true,
      ),
      moment,
    );
    return {
      campaign,
      materialIds: await this.chooseMaterials(reader, request),
      units,
      codes: new Set(units.map(({ code }) => code)),
      group:
        group === undefined
          ? null
          : { id: group.id, name: group.name, source: group.source, validOn: group.validOn },
    };
  }

  private async chooseMaterials(reader: Reader, request: ScopeRequest): Promise<Set<string>> {
    if (request.materialId !== undefined) {
      const [material] = await this.materials.requireAll(
        reader,
        [request.materialId],
        () => 'material',
      );
      return new Set([material!.id]);
    }
    const kinds = request.kind === undefined ? USUAL_KINDS : [request.kind];
    const all = await this.materials.all(reader);
    return new Set(all.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
  }

  private chooseUnits(request: ScopeRequest, actor: Actor | undefined): Unit[] {
    const { municipalityCode, districtCode, regionCode } = request;
    if (municipalityCode !== undefined) this.register.requireUnit(municipalityCode, 'municipality');
    const asked = new Set(this.register.codesAsked({ districtCode, regionCode }));
    const own = actor === undefined ? null : districtsOf(actor);
    return this.register.units.filter(
      (unit) =>
        asked.has(unit.code) &&
        (municipalityCode ?? unit.code) === unit.code &&
        (own?.includes(unit.districtCode) ?? true),
    );
  }

  private async populate(
    reader: Reader,
    units: readonly Unit[],
    moment: CoverageMoment,
  ): Promise<ScopeUnit[]> {
    const { asOf, knownAt } = moment;
    const populations = await this.register.populations(reader, {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownAt === undefined ? {} : { knownAt }),
    });
    return units.map((unit) => {
      const version = populations.get(unit.code) ?? unit;
      const { population, populationStatus } = version;
      return { ...unit, population, populationStatus };
    });
  }
}
