import { Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem, type FieldError, type Text } from '../../problem.js';

/** At most so many errors are listed: enough to mend a form, not enough to make an answer of megabytes. */
const MAXIMUM_ERRORS = 50;

type Facts = Readonly<Record<string, unknown>>;

const MESSAGES: Readonly<Record<string, (facts: Facts) => Text>> = {
  id: () => ({ en: 'This must be a UUID.', sr: 'Ovo mora biti UUID.' }),
  integer: ({ min, max }) => ({
    en: `This must be a whole number from ${String(min)} to ${String(max)}.`,
    sr: `Ovo mora biti ceo broj od ${String(min)} do ${String(max)}.`,
  }),
  decimal: ({ min, max, digits }) => ({
    en: `This must be a number from ${String(min)} to ${String(max)} with at most ${String(digits)} decimals.`,
    sr: `Ovo mora biti broj od ${String(min)} do ${String(max)} sa najviše ${String(digits)} decimala.`,
  }),
  flag: () => ({ en: 'This must be true or false.', sr: 'Ovo mora biti true ili false.' }),
  text: ({ min, max }) => ({
    en: `This must be a text of ${String(min)} to ${String(max)} characters.`,
    sr: `Ovo mora biti tekst od ${String(min)} do ${String(max)} znakova.`,
  }),
  oneOf: ({ allowed }) => ({
    en: `This must be one of: ${(allowed as string[]).join(', ')}.`,
    sr: `Ovo mora biti jedno od: ${(allowed as string[]).join(', ')}.`,
  }),
  instant: () => ({
    en: 'This must be an instant with its zone, such as 2026-03-01T09:00:00Z.',
    sr: 'Ovo mora biti trenutak sa zonom, na primer 2026-03-01T09:00:00Z.',
  }),
  day: () => ({
    en: 'This must be a date, such as 2026-03-01.',
    sr: 'Ovo mora biti datum, na primer 2026-03-01.',
  }),
  moment: () => ({
    en: 'This must be a date (2026-03-01) or an instant with its zone (2026-03-01T09:00:00Z).',
    sr: 'Ovo mora biti datum (2026-03-01) ili trenutak sa zonom (2026-03-01T09:00:00Z).',
  }),
  object: () => ({ en: 'This must be an object.', sr: 'Ovo mora biti objekat.' }),
  nestedValidation: () => ({ en: 'This must be an object.', sr: 'Ovo mora biti objekat.' }),
  isArray: () => ({ en: 'This must be a list.', sr: 'Ovo mora biti lista.' }),
  arrayMinSize: () => ({ en: 'There are too few entries.', sr: 'Ima premalo stavki.' }),
  arrayMaxSize: () => ({ en: 'There are too many entries.', sr: 'Ima previše stavki.' }),
  arrayUnique: () => ({ en: 'An entry is repeated.', sr: 'Neka stavka se ponavlja.' }),
  whitelistValidation: () => ({
    en: 'This field is not known here. Check its name, or leave it out.',
    sr: 'Ovo polje ovde nije poznato. Proverite ime ili ga izostavite.',
  }),
};

function sayConstraint(name: string, english: string, facts: Facts): Text {
  return MESSAGES[name]?.(facts) ?? { en: english, sr: english };
}

function flatten(errors: readonly ValidationError[], parent: string): FieldError[] {
  return errors.flatMap((error) => {
    const path = joinPath(parent, error.property);
    const own = Object.entries(error.constraints ?? {}).map(([name, english]) => ({
      path,
      message: sayConstraint(name, english, (error.contexts?.[name] ?? {}) as Facts),
    }));
    return [...own.slice(0, 1), ...flatten(error.children ?? [], path)];
  });
}

function joinPath(parent: string, property: string): string {
  if (/^\d+$/.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}

export function malformed(errors: readonly ValidationError[]): Problem {
  return new Problem('malformed', { errors: flatten(errors, '').slice(0, MAXIMUM_ERRORS) });
}

/** How every body and query is checked; also for items that are checked one by one. */
export const VALIDATION = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  stopAtFirstError: true,
} as const;

/** Refuses bodies and queries that are not of their class's shape, unknown fields included. */
@Injectable()
export class ShapePipe extends ValidationPipe {
  constructor() {
    super({
      ...VALIDATION,
      transform: true,
      transformOptions: { exposeUnsetFields: false },
      exceptionFactory: malformed,
    });
  }
}
