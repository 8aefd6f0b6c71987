/** A page that stays open on a wall is read anew this often. */
export const AGAIN_MS = 5 * 60_000;
