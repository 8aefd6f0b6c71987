import { keepCookie, readCookie } from '../api/cookies.js';
import { isLanguage, type Language } from './language.js';

const COOKIE = 'domet_language';

/** What the reader once chose here, else what the service wrote into the page after the browser's wishes. */
export function chosenLanguage(): Language {
  const chosen = readCookie(COOKIE);
  if (isLanguage(chosen)) return chosen;
  const written = document.documentElement.lang;
  return isLanguage(written) ? written : 'sr-Latn';
}

export function keepLanguage(language: Language): void {
  keepCookie(COOKIE, language);
}
