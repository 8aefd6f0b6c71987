import { Injectable } from '@nestjs/common';
import { MaterialService } from '../materials/material.service.js';
import { Register } from '../places/register.service.js';
import { WarehouseService } from '../places/warehouse.service.js';
import type { Reader } from '../platform/database/transaction.js';
import { say, type Language } from '../platform/http/language.js';
import type { Text } from '../problem.js';
import { describeFlag } from './flag-sentence.js';
import type { FlagDetails, FlagKind } from './rules.js';

interface Described {
  readonly rule: FlagKind;
  readonly municipalityCode: string | null;
  readonly materialId: string | null;
  readonly warehouseId: string | null;
  readonly details: FlagDetails;
}

/** Says each flag in a sentence, with the names of what it is about. */
@Injectable()
export class FlagWords {
  constructor(
    private readonly register: Register,
    private readonly materials: MaterialService,
    private readonly warehouses: WarehouseService,
  ) {}

  async describe(
    reader: Reader,
    flags: readonly Described[],
    language: Language,
  ): Promise<string[]> {
    const materials = flags.some(({ materialId }) => materialId !== null)
      ? nameById(await this.materials.all(reader))
      : new Map<string, Text>();
    const warehouses = flags.some(({ warehouseId }) => warehouseId !== null)
      ? nameById(await this.warehouses.all(reader))
      : new Map<string, Text>();
    return flags.map((flag) => {
      const names = [
        flag.warehouseId === null ? undefined : warehouses.get(flag.warehouseId),
        flag.warehouseId === null ? this.placeOf(flag.municipalityCode) : undefined,
        flag.materialId === null ? undefined : materials.get(flag.materialId),
      ];
      return say(describeFlag(flag.rule, flag.details, joinNames(names)), language);
    });
  }

  private placeOf(code: string | null): Text | undefined {
    const unit = code === null ? undefined : this.register.unit(code);
    return unit === undefined ? undefined : { en: unit.nameEn, sr: unit.nameLatn };
  }
}

/** Names that people gave are quoted: they are not transliterated. */
function nameById(
  rows: readonly { readonly id: string; readonly name: string }[],
): Map<string, Text> {
  return new Map(rows.map(({ id, name }) => [id, { en: `"${name}"`, sr: `„${name}“` }]));
}

function joinNames(names: readonly (Text | undefined)[]): Text | null {
  const told = names.filter((name) => name !== undefined);
  if (told.length === 0) return null;
  return {
    en: told.map(({ en }) => en).join(', '),
    sr: told.map(({ sr }) => sr).join(', '),
  };
}
