import { isLanguage, type Language } from './language.js';

const COOKIE = 'domet_language';
const YEAR_SECONDS = 365 * 24 * 3600;

/** What the reader once chose here, else what the service wrote into the page after the browser's wishes. */
export function chosenLanguage(): Language {
  const kept = document.cookie.split('; ').find((pair) => pair.startsWith(`${COOKIE}=`));
  const chosen = kept?.slice(COOKIE.length + 1);
  if (isLanguage(chosen)) return chosen;
  const written = document.documentElement.lang;
  return isLanguage(written) ? written : 'sr-Latn';
}

export function keepLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
