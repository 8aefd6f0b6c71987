/**
 * What campaigns of this kind mostly distribute, with figures to start from: a leaflet of one A4 sheet of 130 g/m² folded twice
 * is about 8 g, a third of it 4.5 g; a B2 poster of 150 g/m² 53 g; a kit is a folder with a handbook and twenty worksheets.
 */
import type { MaterialKind } from '../../src/materials/material.js';

export interface Preset {
  readonly key: 'leaflet' | 'poster' | 'brochure' | 'kit' | 'billboard' | 'spot' | 'jingle';
  readonly kind: MaterialKind;
  readonly packSize: number;
  readonly weightGrams: number;
  readonly volumeCm3: number;
}

export const PRESETS: readonly Preset[] = [
  { key: 'leaflet', kind: 'print', packSize: 500, weightGrams: 4.5, volumeCm3: 6 },
  { key: 'poster', kind: 'print', packSize: 50, weightGrams: 53, volumeCm3: 90 },
  { key: 'brochure', kind: 'print', packSize: 100, weightGrams: 38, volumeCm3: 55 },
  { key: 'kit', kind: 'print', packSize: 5, weightGrams: 820, volumeCm3: 2400 },
  { key: 'billboard', kind: 'outdoor', packSize: 10, weightGrams: 1450, volumeCm3: 2100 },
  { key: 'spot', kind: 'broadcast', packSize: 1, weightGrams: 0, volumeCm3: 0 },
  { key: 'jingle', kind: 'broadcast', packSize: 1, weightGrams: 0, volumeCm3: 0 },
];
