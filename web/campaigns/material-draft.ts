/** A material as it is filled in, and what of it is sent. */
import type { MaterialKind } from '../../src/materials/material.js';
import { fold } from '../../src/places/search.js';

export interface MaterialForm {
  readonly code: string;
  readonly name: string;
  readonly kind: MaterialKind;
  readonly unit: string;
  /** Fields of numbers hold text while nothing is in them. */
  readonly packSize: number | string;
  readonly weightGrams: number | string;
  readonly volumeCm3: number | string;
  readonly language: string;
  readonly variantOf: string | null;
}

const MAX_CODE = 40;

/** `Letak za decu` → `LETAK-ZA-DECU`; with a number behind where the code is taken. */
export function suggestCode(name: string, taken: ReadonlySet<string>): string {
  const base = fold(name)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, MAX_CODE - 3);
  if (base === '') return '';
  const isTaken = (code: string): boolean => taken.has(code.toLowerCase());
  let code = base;
  for (let number = 2; isTaken(code); number += 1) code = `${base}-${number}`;
  return code;
}

/** What is sent. What is aired weighs nothing and comes in no packs. */
export function describeMaterial(form: MaterialForm) {
  const isAired = form.kind === 'broadcast';
  return {
    code: form.code.trim(),
    name: form.name.trim(),
    kind: form.kind,
    unit: form.unit.trim(),
    packSize: isAired ? 1 : Number(form.packSize) || 1,
    weightGrams: isAired ? 0 : Number(form.weightGrams) || 0,
    volumeCm3: isAired ? 0 : Number(form.volumeCm3) || 0,
    language: form.language.trim(),
    variantOf: form.variantOf,
  };
}

export function isComplete({ code, name, unit, language }: MaterialForm): boolean {
  return [code, name, unit, language].every((text) => text.trim() !== '');
}
