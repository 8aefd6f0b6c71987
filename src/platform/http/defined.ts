/** What a request says; members that it does not name are left out, so that they overwrite nothing. */
export function definedOf<T extends object>(body: T): { [Member in keyof T]: T[Member] } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;
}
