import i18next from 'i18next';
import { createContext, useContext } from 'react';
import { initReactI18next } from 'react-i18next';
import { createFormat, type Format } from './format.js';
import { isLanguage, type Language } from './language.js';
import type { Words } from './cyrillic.js';

const COOKIE = 'domet_language';
const YEAR_SECONDS = 365 * 24 * 3600;

/** One file a language; a language that nobody chose is never fetched. */
const LOADERS: Readonly<Record<Language, () => Promise<{ default: Record<string, Words> }>>> = {
  'sr-Latn': () => import('virtual:words/sr-Latn'),
  'sr-Cyrl': () => import('virtual:words/sr-Cyrl'),
  en: () => import('virtual:words/en'),
};

/** What the reader once chose here, else what the service wrote into the page after the browser's wishes. */
export function chosenLanguage(): Language {
  const kept = document.cookie.split('; ').find((pair) => pair.startsWith(`${COOKIE}=`));
  const chosen = kept?.slice(COOKIE.length + 1);
  if (isLanguage(chosen)) return chosen;
  const written = document.documentElement.lang;
  return isLanguage(written) ? written : 'sr-Latn';
}

export async function startSpeaking(language: Language): Promise<void> {
  const { default: words } = await LOADERS[language]();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: words },
    fallbackLng: false,
    defaultNS: 'language',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Changes the language of the page, and of the next visits. */
export async function speak(language: Language): Promise<void> {
  const { default: words } = await LOADERS[language]();
  for (const [name, group] of Object.entries(words))
    i18next.addResourceBundle(language, name, group);
  document.documentElement.lang = language;
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  await i18next.changeLanguage(language);
}

export const LanguageContext = createContext<{ language: Language; format: Format }>({
  language: 'sr-Latn',
  format: createFormat('sr-Latn'),
});

/** How figures and dates are written for this reader. */
export function useFormat(): Format {
  return useContext(LanguageContext).format;
}

export function useLanguage(): Language {
  return useContext(LanguageContext).language;
}
