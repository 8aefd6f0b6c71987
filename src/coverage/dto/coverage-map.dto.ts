import { ApiProperty } from '@nestjs/swagger';
import { CoverageBasisDto, CoverageRowDto } from './coverage.dto.js';

/** An outline as in RFC 7946. */
export class MultiPolygonDto {
  /** @example MultiPolygon */
  type: 'MultiPolygon';

  /** Polygons, each of rings, each of positions `[longitude, latitude]`. */
  @ApiProperty({
    type: 'array',
    items: {
      type: 'array',
      items: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
    },
    example: [
      [
        [
          [21.05, 43.45],
          [21.06, 43.45],
          [21.06, 43.46],
          [21.05, 43.45],
        ],
      ],
    ],
  })
  coordinates: number[][][][];
}

export class CoverageFeatureDto {
  /** @example Feature */
  type: 'Feature';
  /** The municipality's code. */
  id: string;
  properties: CoverageRowDto;
  geometry: MultiPolygonDto;
}

/** A GeoJSON FeatureCollection (RFC 7946) of the municipalities. */
export class CoverageMapDto extends CoverageBasisDto {
  /** @example FeatureCollection */
  type: 'FeatureCollection';
  /** To be shown with the map. */
  attribution: string;
  features: CoverageFeatureDto[];
}
