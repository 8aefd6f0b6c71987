import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { dropCookie, keepCookie, readCookie } from '../api/cookies.js';

const COOKIE = 'domet_theme';

/** The theme is kept in a cookie, so that the service can write it into the page before anything is painted. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get(otherwise) {
    const kept = readCookie(COOKIE);
    return isMantineColorScheme(kept) ? kept : otherwise;
  },
  set: (value) => keepCookie(COOKIE, value),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => dropCookie(COOKIE),
};
