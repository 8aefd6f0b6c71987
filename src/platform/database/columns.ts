import { Column, PrimaryColumn, type ValueTransformer } from 'typeorm';

/**
 * The portable vocabulary of columns for entities; `migration.ts` has the same for migrations. Instants and days are
 * text on this side of the door on both engines (see `data-source.ts` for PostgreSQL's readers).
 */
interface ColumnChoice {
  readonly nullable?: boolean;
  readonly name?: string;
}

function snakeCase(property: string | symbol): string {
  return String(property).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function column(
  type: 'text' | 'bigint' | 'integer' | 'double precision' | 'boolean',
  transformer?: ValueTransformer,
) {
  return (choice: ColumnChoice = {}): PropertyDecorator =>
    (target, property) =>
      Column({
        type,
        name: choice.name ?? snakeCase(property),
        nullable: choice.nullable ?? false,
        ...(transformer === undefined ? {} : { transformer }),
      })(target, property);
}

const json: ValueTransformer = {
  to: (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value)),
  from: (text: string | null) => (text === null ? null : (JSON.parse(text) as unknown)),
};

export function IdPrimary(choice: ColumnChoice = {}): PropertyDecorator {
  return (target, property) =>
    PrimaryColumn({ type: 'text', name: choice.name ?? snakeCase(property) })(target, property);
}

/** A whole number that is the key, or part of it. */
export function NumberPrimary(choice: ColumnChoice = {}): PropertyDecorator {
  return (target, property) =>
    PrimaryColumn({ type: 'bigint', name: choice.name ?? snakeCase(property) })(target, property);
}

export const IdColumn = column('text');
export const TextColumn = column('text');
export const InstantColumn = column('text');
export const DayColumn = column('text');
export const QuantityColumn = column('bigint');
export const IntegerColumn = column('integer');
export const DecimalColumn = column('double precision');
export const FlagColumn = column('boolean');
export const JsonColumn = column('text', json);
