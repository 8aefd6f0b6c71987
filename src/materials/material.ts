import { Problem } from '../problem.js';
import type { FieldError } from '../problem.js';

/**
 * What is distributed. A material may be the variant, in another language, of another material; that one is
 * the original and is itself no variant, so variants neither chain nor loop. Its language is a BCP 47 tag
 * (`sr-Cyrl`, `hu`, `sq`, `rom`, `sk`). Source: the glossary of the field, and RFC 5646.
 */
export const MATERIAL_KINDS = ['print', 'outdoor', 'broadcast'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** The language subtag that ISO 639 gives: two or three letters; longer ones are reserved and name nothing. */
const PRIMARY_SUBTAG = /^[a-z]{2,3}(-|$)/i;

/** Writes the tag as the standard does (`SR-cyrl` → `sr-Cyrl`); undefined where it is no language tag. */
export function canonicalLanguage(tag: string): string | undefined {
  if (!PRIMARY_SUBTAG.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

export interface Variant {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly variantOf: string | null;
}

/**
 * Refuses a material as variant of `original` where that is no original, is the material itself, or has its language.
 * `variants` are those that name the material as their original.
 */
export function assertVariant(
  material: Variant,
  original: Variant | undefined,
  variants: readonly Variant[],
): void {
  const error =
    original === undefined
      ? findLanguageClash(material, variants)
      : findVariantFault(material, original, variants);
  if (error !== undefined) throw new Problem('rule', { errors: [error] });
}

function findLanguageClash(
  material: Variant,
  variants: readonly Variant[],
): FieldError | undefined {
  const clash = variants.find((variant) => variant.language === material.language);
  if (clash === undefined) return undefined;
  return {
    path: 'language',
    message: {
      en: `"${clash.name}" is its variant in ${material.language} already: an original and its variants differ in language.`,
      sr: `„${clash.name}“ je već njegova varijanta na jeziku ${material.language}: original i varijante razlikuju se po jeziku.`,
    },
  };
}

function findVariantFault(
  material: Variant,
  original: Variant,
  variants: readonly Variant[],
): FieldError | undefined {
  const path = 'variantOf';
  if (original.id === material.id)
    return {
      path,
      message: {
        en: 'A material is not a variant of itself. Name its original, or leave this out.',
        sr: 'Materijal nije sopstvena varijanta. Navedite original ili izostavite ovo polje.',
      },
    };
  if (original.variantOf !== null)
    return {
      path,
      message: {
        en: `"${original.name}" is itself a variant. Name its original: ${original.variantOf}.`,
        sr: `„${original.name}“ je i sam varijanta. Navedite njegov original: ${original.variantOf}.`,
      },
    };
  if (variants.length > 0)
    return {
      path,
      message: {
        en: `"${material.name}" has variants of its own and so stays an original.`,
        sr: `„${material.name}“ ima svoje varijante i zato ostaje original.`,
      },
    };
  if (original.language === material.language)
    return {
      path: 'language',
      message: {
        en: `"${original.name}" is in ${original.language} as well: a variant is in another language.`,
        sr: `„${original.name}“ je takođe na jeziku ${original.language}: varijanta je na drugom jeziku.`,
      },
    };
  return undefined;
}
