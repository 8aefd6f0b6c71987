import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ALL_ROLES } from '../access/actor.js';
import { Roles } from '../access/roles.decorator.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { Lang, type Language } from '../platform/http/language.js';
import { pageOf } from '../platform/http/page.js';
import { Problem } from '../problem.js';
import {
  DistrictPageDto,
  DistrictQuery,
  MunicipalityDto,
  MunicipalityPageDto,
  MunicipalityQuery,
  PositionQuery,
  RegionPageDto,
  RegisterQuery,
  type UnitSort,
} from './dto/register.dto.js';
import { PlaceGroupService } from './place-group.service.js';
import type { Names, Unit } from './register.js';
import { COVERAGE_UNITS } from './register.js';
import { Register } from './register.service.js';
import { matches, searchText, searchWords } from './search.js';

const ATTRIBUTION =
  'Show with the data: Statistical Office of the Republic of Serbia (codes, census 2022; modified) · GeoNames (CC BY 4.0) · ' +
  'Wikidata (CC0) · Data from Who’s On First / Mesoshapes.';

type Place = Names & { readonly code: string };

/** The register: regions, districts, and the 161 municipalities, all of them on one page unless `limit` says less. */
@Controller()
@ApiTags('Places')
@Roles(...ALL_ROLES)
export class MunicipalitiesController {
  private readonly searchTexts: ReadonlyMap<Place, string>;

  constructor(
    private readonly register: Register,
    private readonly groups: PlaceGroupService,
    private readonly reads: ReadConnection,
  ) {
    const places: Place[] = [...register.regions, ...register.districts, ...register.units];
    this.searchTexts = new Map(
      places.map((place) => [
        place,
        searchText(place.nameLatn, place.nameCyrl, place.nameEn, place.code),
      ]),
    );
  }

  @Get('regions')
  @ApiOperation({ summary: 'The four statistical regions (NUTS 2).', description: ATTRIBUTION })
  listRegions(@Query() query: RegisterQuery, @Lang() language: Language): RegionPageDto {
    const regions = turn(this.search(this.register.regions, query.q), query.sort === '-name');
    return pageOf(
      regions.map((region) => this.describe(region, language)),
      query,
      COVERAGE_UNITS,
    );
  }

  @Get('districts')
  @ApiOperation({ summary: 'The 24 districts and Beograd (NUTS 3).', description: ATTRIBUTION })
  listDistricts(@Query() query: DistrictQuery, @Lang() language: Language): DistrictPageDto {
    this.register.codesAsked({ regionCode: query.region });
    const found = this.search(this.register.districts, query.q).filter(
      (district) => query.region === undefined || district.regionCode === query.region,
    );
    const districts = turn(found, query.sort === '-name');
    return pageOf(
      districts.map((district) => this.describe(district, language)),
      query,
      COVERAGE_UNITS,
    );
  }

  @Get('municipalities')
  @ApiOperation({
    summary: 'The 161 municipalities that a campaign covers.',
    description: `\`populationStatus\` says how far a population can be relied on. ${ATTRIBUTION}`,
  })
  async listMunicipalities(
    @Query() query: MunicipalityQuery,
    @Lang() language: Language,
  ): Promise<MunicipalityPageDto> {
    const { district, region, group } = query;
    const codes = new Set(this.register.codesAsked({ districtCode: district, regionCode: region }));
    const inGroup =
      group === undefined
        ? undefined
        : new Set(await this.groups.codes(this.reads, group, 'group'));
    const found = this.search(this.register.units, query.q).filter(
      ({ code }) => codes.has(code) && (inGroup?.has(code) ?? true),
    );
    const units = sortUnits(found, query.sort ?? 'name');
    return pageOf(
      units.map((unit) => this.describeUnit(unit, language)),
      query,
      COVERAGE_UNITS,
    );
  }

  @Get('municipalities/at')
  @ApiOperation({ summary: 'The municipality that holds a position.', description: ATTRIBUTION })
  @ApiNotFoundResponse({ description: 'The position lies in none of the 161 (`not_found`).' })
  findAt(@Query() position: PositionQuery, @Lang() language: Language): MunicipalityDto {
    const unit = this.register.unitAt(position);
    if (unit !== undefined) return this.describeUnit(unit, language);
    throw new Problem('not_found', {
      detail: {
        en: 'This position lies in none of the 161 municipalities. Check it: latitude first, about 42 to 46, then longitude, 19 to 23.',
        sr: 'Ovaj položaj nije ni u jednoj od 161 opštine. Proverite ga: prvo širina, oko 42 do 46, zatim dužina, 19 do 23.',
      },
    });
  }

  @Get('municipalities/:code')
  @ApiOperation({ summary: 'One of the 161.', description: ATTRIBUTION })
  @ApiNotFoundResponse({
    description:
      'There is no such unit; for a register row that is no unit, `useInstead` names those to use (`not_found`).',
  })
  getMunicipality(@Param('code') code: string, @Lang() language: Language): MunicipalityDto {
    const unit = this.register.unit(code);
    if (unit === undefined) throw this.register.tellMissing(code);
    return this.describeUnit(unit, language);
  }

  private search<T extends Place>(places: readonly T[], typed: string | undefined): T[] {
    const words = searchWords(typed);
    return places.filter((place) => matches(this.searchTexts.get(place)!, words));
  }

  private describe<T extends Names>(place: T, language: Language): T & { name: string } {
    return { ...place, name: this.register.nameOf(place, language) };
  }

  private describeUnit(unit: Unit, language: Language): MunicipalityDto {
    const { latitude, longitude, ...facts } = unit;
    return { ...this.describe(facts, language), seat: { latitude, longitude } };
  }
}

function turn<T>(places: readonly T[], backwards: boolean): T[] {
  return backwards ? places.toReversed() : [...places];
}

function sortUnits(units: readonly Unit[], sort: UnitSort): Unit[] {
  switch (sort) {
    case 'name':
      return [...units];
    case '-name':
      return units.toReversed();
    case 'population':
      return units.toSorted((a, b) => a.population - b.population);
    case '-population':
      return units.toSorted((a, b) => b.population - a.population);
    default:
      return sort satisfies never;
  }
}
