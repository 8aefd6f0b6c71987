import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';

const COOKIE = 'domet_theme';
const YEAR_SECONDS = 365 * 24 * 3600;

function readCookie(): string | undefined {
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
}

/** The theme is kept in a cookie, so that the service can write it into the page before anything is painted. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get(otherwise) {
    const kept = readCookie();
    return isMantineColorScheme(kept) ? kept : otherwise;
  },
  set(value) {
    document.cookie = `${COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear() {
    document.cookie = `${COOKIE}=; path=/; max-age=0; samesite=lax`;
  },
};
