/**
 * What a rule throws when the user, not the program, is at fault: a code and its details.
 * The code decides the HTTP status and the title; `detail` says, in both languages, what to do.
 * RFC 9457 (problem details) is how `platform/http` writes it; nothing here knows HTTP's format.
 */

/** A sentence in both languages of the service; Serbian is written in Latin, Cyrillic is transliterated from it. */
export interface Text {
  readonly en: string;
  readonly sr: string;
}

/** One offending place: `path` as in `lines[3].quantity`, and what is wrong with it. */
export interface FieldError {
  readonly path: string;
  readonly message: Text;
}

interface CatalogueEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;
  readonly title: Text;
}

/** Every code that the service answers with, its HTTP status and title. Exhaustive by type: a code that is not here does not compile. */
export const PROBLEMS = {
  malformed: {
    status: 400,
    title: { en: 'The request cannot be read', sr: 'Zahtev nije čitljiv' },
  },
  unauthenticated: { status: 401, title: { en: 'Sign in first', sr: 'Prvo se prijavite' } },
  wrong_credentials: {
    status: 401,
    title: { en: 'E-mail or password is wrong', sr: 'E-pošta ili lozinka nije tačna' },
  },
  forbidden: {
    status: 403,
    title: { en: 'Your role may not do this', sr: 'Vaša uloga ovo ne sme' },
  },
  csrf_token: {
    status: 403,
    title: { en: 'The CSRF token is missing or wrong', sr: 'CSRF oznaka nedostaje ili nije tačna' },
  },
  not_found: { status: 404, title: { en: 'Not found', sr: 'Nije pronađeno' } },
  id_reused: {
    status: 409,
    title: {
      en: 'This id was already used for other content',
      sr: 'Ova oznaka je već upotrebljena za drugi sadržaj',
    },
  },
  in_use: {
    status: 409,
    title: { en: 'Others refer to this', sr: 'Drugi podaci se pozivaju na ovo' },
  },
  duplicate: { status: 409, title: { en: 'There is one already', sr: 'Takav već postoji' } },
  conflict: {
    status: 409,
    title: {
      en: 'This conflicts with the present state',
      sr: 'Ovo je u sukobu sa trenutnim stanjem',
    },
  },
  illegal_transition: {
    status: 409,
    title: { en: 'Not possible in this state', sr: 'Nije moguće u ovom stanju' },
  },
  insufficient_stock: {
    status: 409,
    title: { en: 'Not enough stock', sr: 'Nema dovoljno na zalihama' },
  },
  lot_mismatch: {
    status: 409,
    title: {
      en: 'This lot number belongs to another print run',
      sr: 'Ovaj broj serije pripada drugoj štampi',
    },
  },
  lot_not_usable: {
    status: 409,
    title: { en: 'This print run may not be used', sr: 'Ova štampa se ne sme koristiti' },
  },
  stale: {
    status: 412,
    title: {
      en: 'Somebody changed this since you read it',
      sr: 'Neko je ovo izmenio otkad ste pročitali',
    },
  },
  too_large: { status: 413, title: { en: 'The request is too large', sr: 'Zahtev je prevelik' } },
  unsupported_media_type: {
    status: 415,
    title: { en: 'This kind of content is not accepted', sr: 'Ova vrsta sadržaja se ne prima' },
  },
  rule: {
    status: 422,
    title: { en: 'This goes against a rule', sr: 'Ovo je protivno pravilu' },
  },
  unknown_reference: {
    status: 422,
    title: {
      en: 'It refers to something that does not exist',
      sr: 'Poziva se na nešto što ne postoji',
    },
  },
  not_a_coverage_unit: {
    status: 422,
    title: {
      en: 'This is not one of the 161 municipalities',
      sr: 'Ovo nije jedna od 161 opštine',
    },
  },
  position_outside: {
    status: 422,
    title: {
      en: 'The position lies outside the municipality',
      sr: 'Položaj je izvan opštine',
    },
  },
  date_out_of_range: {
    status: 422,
    title: { en: 'This date cannot be right', sr: 'Ovaj datum ne može biti tačan' },
  },
  exceeds_sent: {
    status: 422,
    title: { en: 'More than was sent', sr: 'Više nego što je poslato' },
  },
  precondition_required: {
    status: 428,
    title: {
      en: 'Say which version you read (If-Match)',
      sr: 'Navedite koju ste verziju pročitali (If-Match)',
    },
  },
  too_many_requests: {
    status: 429,
    title: { en: 'Too many attempts', sr: 'Previše pokušaja' },
  },
  busy: {
    status: 503,
    title: { en: 'The service is busy', sr: 'Servis je zauzet' },
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ProblemDetails {
  /** What is wrong and what to do, in a sentence. */
  readonly detail?: Text;
  readonly errors?: readonly FieldError[];
  /** Machine-readable facts beside the standard members, e.g. `{ state: 'packed', allowed: ['dispatch'] }`. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export class Problem extends Error {
  readonly detail: Text;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ProblemCode,
    details: ProblemDetails = {},
  ) {
    const detail = details.detail ?? details.errors?.[0]?.message ?? PROBLEMS[code].title;
    super(`${code}: ${detail.en}`);
    this.name = 'Problem';
    this.detail = detail;
    this.errors = details.errors ?? [];
    this.extra = details.extra ?? {};
  }
}
