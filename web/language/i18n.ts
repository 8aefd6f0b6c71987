import i18next, {
  type DefaultNamespace,
  type Namespace,
  type Resource,
  type TFunction,
} from 'i18next';
import { createContext, useContext } from 'react';
import { keepLanguage } from './chosen-language.js';
import type { Words } from './cyrillic.js';
import { formatOf, type Format } from './format.js';
import { type Language, LANGUAGES } from './language.js';

type Part = () => Promise<{ default: Record<string, Words> }>;

/** A language that nobody chose is never fetched; what the first page does not say comes after it. */
const LOADERS: Readonly<Record<Language, { readonly first: Part; readonly rest: Part }>> = {
  'sr-Latn': {
    first: () => import('virtual:words/sr-Latn'),
    rest: () => import('virtual:words/sr-Latn-rest'),
  },
  'sr-Cyrl': {
    first: () => import('virtual:words/sr-Cyrl'),
    rest: () => import('virtual:words/sr-Cyrl-rest'),
  },
  en: {
    first: () => import('virtual:words/en'),
    rest: () => import('virtual:words/en-rest'),
  },
};

/** With the words of the first page: the others are there after `learnTheRest`. */
export async function startSpeaking(language: Language): Promise<void> {
  const { default: words } = await LOADERS[language].first();
  document.documentElement.lang = language;
  await begin({ [language]: words }, language);
}

async function begin(resources: Resource, language?: Language): Promise<void> {
  await i18next.init({
    ...(language === undefined ? {} : { lng: language }),
    resources,
    fallbackLng: false,
    defaultNS: 'language',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** With the words of the first page in all languages, where a page is drawn for whoever asks. */
export async function speakAll(): Promise<void> {
  const parts = LANGUAGES.map(async (language) => [
    language,
    (await LOADERS[language].first()).default,
  ]);
  await begin(Object.fromEntries(await Promise.all(parts)));
}

/** Every page but the first waits for this. */
export async function learnTheRest(language = i18next.language as Language): Promise<void> {
  addWords(language, await LOADERS[language].rest());
}

/** Changes the language of the page, and of the next visits. */
export async function speak(language: Language): Promise<void> {
  addWords(language, await LOADERS[language].first());
  await learnTheRest(language);
  document.documentElement.lang = language;
  keepLanguage(language);
  await i18next.changeLanguage(language);
}

function addWords(language: Language, { default: words }: Awaited<ReturnType<Part>>): void {
  for (const [name, group] of Object.entries(words))
    if (!i18next.hasResourceBundle(language, name))
      i18next.addResourceBundle(language, name, group);
}

export const LanguageContext = createContext<{ language: Language; format: Format }>({
  language: 'sr-Latn',
  format: formatOf('sr-Latn'),
});

/** How figures and dates are written for this reader. */
export function useFormat(): Format {
  return useContext(LanguageContext).format;
}

export function useLanguage(): Language {
  return useContext(LanguageContext).language;
}

const spoken = new Map<string, TFunction>();

/**
 * The words of a folder in the page's language: `const { t } = useTranslation('today')`; without a folder those of
 * `language`. One function for all who ask for the same words: there are hundreds of them on a page.
 */
export function useTranslation<const Ns extends Namespace = DefaultNamespace>(
  folders?: Ns,
): { readonly t: TFunction<Ns> } {
  const language = useLanguage();
  const key = `${language} ${String(folders ?? '')}`;
  const t = spoken.get(key) ?? i18next.getFixedT(language, folders ?? null);
  spoken.set(key, t);
  return { t: t as TFunction<Ns> };
}
