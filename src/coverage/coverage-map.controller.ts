import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, ALL_FIGURES } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.decorator.js';
import { Roles } from '../access/roles.decorator.js';
import { ReadConnection } from '../platform/database/read-connection.js';
import { Lang, type Language } from '../platform/http/language.js';
import { MunicipalityOutlines } from './coverage-map.service.js';
import { askCoverage } from './coverage-request.js';
import { CoverageViews } from './coverage-views.service.js';
import { CoverageService } from './coverage.service.js';
import { CoverageMapDto } from './dto/coverage-map.dto.js';
import { CoverageFiguresQuery } from './dto/coverage-query.dto.js';

const ATTRIBUTION =
  'Data from Who’s On First / Mesoshapes (outlines, generalised; not for legal use) · ' +
  'Statistical Office of the Republic of Serbia (codes, census 2022; modified)';

@Controller('coverage/map')
@ApiTags('Coverage')
@Roles(...ALL_FIGURES)
export class CoverageMapController {
  constructor(
    private readonly reads: ReadConnection,
    private readonly coverage: CoverageService,
    private readonly views: CoverageViews,
    private readonly outlines: MunicipalityOutlines,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'A map (GeoJSON) of the municipalities, with the same figures as the table.',
    description: ATTRIBUTION,
  })
  async draw(
    @Query() query: CoverageFiguresQuery,
    @CurrentActor() actor: Actor,
    @Lang() language: Language,
  ): Promise<CoverageMapDto> {
    const request = askCoverage(query);
    const outlines = await this.outlines.all();
    return this.reads.snapshot(async (reader) => {
      const coverage = await this.coverage.read(reader, request, actor);
      const rows = this.views.rows(coverage, request, 'municipality', language);
      return {
        type: 'FeatureCollection',
        ...this.views.basis(coverage, language),
        attribution: ATTRIBUTION,
        features: rows.map((row) => ({
          type: 'Feature',
          id: row.code,
          properties: row,
          geometry: { type: 'MultiPolygon', coordinates: outlines.get(row.code) ?? [] },
        })),
      };
    });
  }
}
