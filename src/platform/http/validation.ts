import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay, parseInstant, parseMoment } from '../../time.js';

/**
 * The shapes of fields, each checked and documented by one decorator. Messages are not written here: the validation
 * pipe makes a sentence in the caller's language from the constraint's name and its values (`context`).
 */
interface Choice {
  readonly optional?: boolean;
  /** May be null as well. */
  readonly nullable?: boolean;
  /** A list of such values. */
  readonly each?: boolean;
  /** Comes as text in the query, and is converted. */
  readonly query?: boolean;
  readonly example?: unknown;
}

/** Far below 2^53, so that no sum loses a piece. */
export const MAXIMUM_QUANTITY = 1_000_000_000;
const MAXIMUM_EACH = 5_000;

interface Constraint {
  readonly name: string;
  readonly accepts: (value: unknown) => boolean;
  readonly facts?: Record<string, unknown>;
}

function field(
  constraint: Constraint,
  schema: ApiPropertyOptions,
  choice: Choice,
): PropertyDecorator {
  const each = choice.each ?? false;
  const decorators: PropertyDecorator[] = [
    document(schema, choice),
    ValidateBy(
      {
        name: constraint.name,
        // Without a message class-validator forgets the context; the pipe writes its own.
        validator: { validate: constraint.accepts, defaultMessage: () => constraint.name },
      },
      { each, context: constraint.facts ?? {} },
    ),
  ];
  if (each) decorators.push(IsArray(), ArrayMaxSize(MAXIMUM_EACH));
  if (choice.optional) decorators.push(skipAbsent(choice));
  else if (choice.nullable) decorators.push(ValidateIf((_, value) => value !== null));
  return applyDecorators(...decorators);
}

/** Absent is fine; null only where it says so, since null is something that a client wrote. */
function skipAbsent(choice: Choice): PropertyDecorator {
  return choice.nullable ? IsOptional() : ValidateIf((_, value) => value !== undefined);
}

function document(schema: ApiPropertyOptions, choice: Choice): PropertyDecorator {
  return ApiProperty({
    ...schema,
    required: !choice.optional,
    ...(choice.nullable ? { nullable: true } : {}),
    ...(choice.each ? { isArray: true } : {}),
    ...(choice.example === undefined ? {} : { example: choice.example }),
  } as ApiPropertyOptions);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function lowerCase({ value }: { value: unknown }): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => lowerCase({ value: each }));
  return isId(value) ? value.toLowerCase() : value;
}

/** A UUID; new ones are of version 7. */
export function IsId(choice: Choice = {}): PropertyDecorator {
  return applyDecorators(
    Transform(lowerCase),
    field(
      { name: 'id', accepts: isId },
      { type: 'string', format: 'uuid', example: '01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e' },
      choice,
    ),
  );
}

function isWholeIn(min: number, max: number) {
  return (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}

function toNumber({ value }: { value: unknown }): unknown {
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(value)
    ? Number(value)
    : value;
}

export function IsIntegerIn(choice: Choice & { min: number; max: number }): PropertyDecorator {
  const { min, max } = choice;
  return applyDecorators(
    ...(choice.query ? [Transform(toNumber)] : []),
    field(
      { name: 'integer', accepts: isWholeIn(min, max), facts: { min, max } },
      { type: 'integer', minimum: min, maximum: max },
      choice,
    ),
  );
}

/** Whole pieces, at least one. */
export const IsQuantity = (choice: Choice = {}): PropertyDecorator =>
  IsIntegerIn({ ...choice, min: 1, max: MAXIMUM_QUANTITY });

/** Whole pieces, none being possible. */
export const IsCount = (choice: Choice = {}): PropertyDecorator =>
  IsIntegerIn({ ...choice, min: 0, max: MAXIMUM_QUANTITY });

/** A number with up to `digits` decimals (3 where not said). */
export function IsDecimal(
  choice: Choice & { min: number; max: number; digits?: number },
): PropertyDecorator {
  const { min, max, digits = 3 } = choice;
  const accepts = (value: unknown): boolean =>
    typeof value === 'number' &&
    value >= min &&
    value <= max &&
    Number(value.toFixed(digits)) === value;
  return applyDecorators(
    ...(choice.query ? [Transform(toNumber)] : []),
    field(
      { name: 'decimal', accepts, facts: { min, max, digits } },
      { type: 'number', minimum: min, maximum: max },
      choice,
    ),
  );
}

/** A latitude in degrees, WGS 84. */
export const IsLatitudeDegrees = (choice: Choice = {}): PropertyDecorator =>
  IsDecimal({ ...choice, min: -90, max: 90, digits: 15 });

/** A longitude in degrees, WGS 84. */
export const IsLongitudeDegrees = (choice: Choice = {}): PropertyDecorator =>
  IsDecimal({ ...choice, min: -180, max: 180, digits: 15 });

function toFlag({ value }: { value: unknown }): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}

export function IsFlag(choice: Choice = {}): PropertyDecorator {
  return applyDecorators(
    ...(choice.query ? [Transform(toFlag)] : []),
    field(
      { name: 'flag', accepts: (value) => typeof value === 'boolean' },
      { type: 'boolean' },
      choice,
    ),
  );
}

function trim({ value }: { value: unknown }): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => trim({ value: each }));
  return typeof value === 'string' ? value.trim() : value;
}

/** Text without blanks around it; `min` characters (1 where not said) up to `max`. */
export function IsText(choice: Choice & { max: number; min?: number }): PropertyDecorator {
  const { max, min = 1 } = choice;
  const accepts = (value: unknown): boolean =>
    typeof value === 'string' && value.length >= min && value.length <= max;
  return applyDecorators(
    Transform(trim),
    field(
      { name: 'text', accepts, facts: { min, max } },
      { type: 'string', minLength: min, maxLength: max },
      choice,
    ),
  );
}

/** A password: as it was typed, blanks included. */
export function IsPassword(choice: { min: number; max: number }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: 'string',
      format: 'password',
      minLength: choice.min,
      maxLength: choice.max,
    }),
    IsString(),
    MinLength(choice.min),
    MaxLength(choice.max),
  );
}

export function IsOneOf(allowed: readonly string[], choice: Choice = {}): PropertyDecorator {
  return field(
    {
      name: 'oneOf',
      accepts: (value) => typeof value === 'string' && allowed.includes(value),
      facts: { allowed: [...allowed] },
    },
    { type: 'string', enum: [...allowed] },
    choice,
  );
}

/** An instant with its zone, normalised to UTC with milliseconds. */
export function IsInstant(choice: Choice = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (parseInstant(value) ?? value) : value,
    ),
    field(
      {
        name: 'instant',
        accepts: (value) => typeof value === 'string' && parseInstant(value) !== undefined,
      },
      { type: 'string', format: 'date-time', example: '2026-03-01T09:00:00.000Z' },
      choice,
    ),
  );
}

export function IsDay(choice: Choice = {}): PropertyDecorator {
  return field(
    { name: 'day', accepts: (value) => typeof value === 'string' && isDay(value) },
    { type: 'string', format: 'date', example: '2026-03-01' },
    choice,
  );
}

/** A date (the end of that day in Belgrade) or an instant; normalised to an instant. */
export function IsMoment(choice: Choice = {}): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (parseMoment(value) ?? value) : value,
    ),
    field(
      {
        name: 'moment',
        accepts: (value) => typeof value === 'string' && parseMoment(value) !== undefined,
      },
      { type: 'string', example: '2026-03-01' },
      choice,
    ),
  );
}

type ClassReference = () => new () => object;

/** A list of objects of the given class. */
export function IsListOf(
  type: ClassReference,
  choice: Omit<Choice, 'each'> & { min?: number; max: number },
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: () => [type()],
      required: !choice.optional,
      minItems: choice.min ?? 0,
      maxItems: choice.max,
    }),
    IsArray(),
    ArrayMinSize(choice.min ?? 0),
    ArrayMaxSize(choice.max),
    refuseNonObjects(true),
    ValidateNested({ each: true }),
    Type(type),
    ...(choice.optional ? [skipAbsent(choice)] : []),
  );
}

/** An object of the given class. */
export function IsNested(
  type: ClassReference,
  choice: Omit<Choice, 'each'> = {},
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      // Swagger knows a type that is asked for later by this function's name, which it takes from the key.
      type: () => type(),
      required: !choice.optional,
      ...(choice.nullable ? { nullable: true } : {}),
    }),
    refuseNonObjects(false),
    ValidateNested(),
    Type(type),
    ...(choice.optional
      ? [skipAbsent(choice)]
      : choice.nullable
        ? [ValidateIf((_, value) => value !== null)]
        : []),
  );
}

/** A list without repetitions. */
export const IsWithoutRepetition = (): PropertyDecorator => ArrayUnique();

function refuseNonObjects(each: boolean): PropertyDecorator {
  return ValidateBy(
    {
      name: 'object',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: () => 'object',
      },
    },
    { each },
  );
}
