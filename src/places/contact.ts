/** Whom to call at a point or a warehouse. Personal data: not for those who only read figures. */
export interface Contact {
  readonly person?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}
