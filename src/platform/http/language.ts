import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Text } from '../../problem.js';
import { toCyrillic } from '../../script.js';

export const LANGUAGES = ['sr-Latn', 'sr-Cyrl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

// What stands in code-like words (field names, ids, headers) stays as it is.
const CODE =
  /(`[^`]*`|„[^“]*“|\b[a-z]+[A-Z]\w*|\b\w*[_\d]\w*|\b(?:If-Match|ISO|UTC|id|YYYY|JSON|CSRF)\b)/;

/** A sentence of ours, written in Serbian Latin, in Cyrillic. */
export function writeCyrillic(sentence: string): string {
  return sentence
    .split(CODE)
    .map((piece, index) => (index % 2 === 1 ? piece : toCyrillic(piece)))
    .join('');
}

export function say(text: Text, language: Language): string {
  if (language === 'en') return text.en;
  return language === 'sr-Latn' ? text.sr : writeCyrillic(text.sr);
}

/** The best of our languages for an `Accept-Language` header (RFC 9110); Serbian in Latin where it names none. */
export function chooseLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((each) => each.trim().startsWith('q='))?.split('=')[1];
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wishes) {
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
    if (tag.startsWith('sr-cyrl')) return 'sr-Cyrl';
    if (tag === 'sr' || tag.startsWith('sr-')) return 'sr-Latn';
  }
  return 'sr-Latn';
}

export function languageOf(request: FastifyRequest): Language {
  return chooseLanguage(request.headers['accept-language']);
}

/** The language in which this request wants its names and sentences. */
export const Lang = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
