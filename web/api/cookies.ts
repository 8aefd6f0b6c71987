const YEAR_SECONDS = 365 * 24 * 3600;

let readAll = (): string => document.cookie;

/** Where cookies are read when no browser is: the service, drawing a page, knows those of whoever asked for it. */
export function readCookiesFrom(source: () => string): void {
  readAll = source;
}

export function readCookie(name: string): string | undefined {
  return readAll()
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** For a year, in this browser; the service sees it with the next page that it is asked for. */
export function keepCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

export function dropCookie(name: string): void {
  document.cookie = `${name}=; path=/; max-age=0; samesite=lax`;
}
