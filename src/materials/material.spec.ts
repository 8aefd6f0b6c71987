import fc from 'fast-check';
import { Problem } from '../problem.js';
import { assertVariant, canonicalLanguage } from './material.js';
import type { Variant } from './material.js';

function material(id: string, language: string, variantOf: string | null = null): Variant {
  return { id, name: `Leaflet ${id}`, language, variantOf };
}

describe('a language', () => {
  it.each([
    ['sr-Cyrl', 'sr-Cyrl'],
    ['SR-latn', 'sr-Latn'],
    ['hu', 'hu'],
    ['sq', 'sq'],
    ['rom', 'rom'],
    ['sk', 'sk'],
    ['english', undefined],
    ['s', undefined],
    ['', undefined],
    ['sr_Cyrl', undefined],
    ['sr-', undefined],
    ['🇷🇸', undefined],
  ])('%s is written as %s', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toBe(canonical);
  });

  it('stays as it is once it is canonical, and never breaks', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)),
        (tag) => {
          const once = canonicalLanguage(tag);
          expect(once === undefined ? undefined : canonicalLanguage(once)).toBe(once);
        },
      ),
    );
  });
});

describe('a variant', () => {
  const serbian = material('a', 'sr-Cyrl');

  it.each<[string, Variant, Variant | undefined, Variant[], string | undefined]>([
    ['in another language is accepted', material('b', 'hu', 'a'), serbian, [], undefined],
    ['of nothing is accepted', serbian, undefined, [material('b', 'hu', 'a')], undefined],
    ['of itself is refused', material('a', 'hu', 'a'), material('a', 'hu'), [], 'variantOf'],
    [
      'of a variant is refused',
      material('c', 'sk', 'b'),
      material('b', 'hu', 'a'),
      [],
      'variantOf',
    ],
    [
      'with variants is refused',
      material('b', 'hu', 'a'),
      serbian,
      [material('c', 'sk', 'b')],
      'variantOf',
    ],
    ['in the same language is refused', material('b', 'sr-Cyrl', 'a'), serbian, [], 'language'],
    [
      'whose original takes its language is refused',
      material('a', 'hu'),
      undefined,
      [material('b', 'hu', 'a')],
      'language',
    ],
  ])('%s', (_, one, original, variants, path) => {
    const act = (): void => assertVariant(one, original, variants);
    if (path === undefined) return expect(act).not.toThrow();
    expect(act).toThrow(Problem);
    expect(act).toThrow(
      expect.objectContaining({ code: 'rule', errors: [expect.objectContaining({ path })] }),
    );
  });
});
