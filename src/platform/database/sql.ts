/**
 * SQL text with its bound values. Values become `$1, $2, …` in the order in which they appear, which both engines
 * understand (SQLite numbers named parameters by first appearance, so a number is never used twice).
 */
export class Sql {
  constructor(
    private readonly strings: readonly string[],
    private readonly parts: readonly unknown[],
  ) {}

  compile(): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    const text = this.write(values);
    return { text, values };
  }

  private write(values: unknown[]): string {
    let text = this.strings[0] ?? '';
    this.parts.forEach((part, index) => {
      if (part instanceof Sql) text += part.write(values);
      else text += `$${values.push(part === undefined ? null : part)}`;
      text += this.strings[index + 1] ?? '';
    });
    return text;
  }
}

/** ``sql`SELECT id FROM lot WHERE id = ${id}` ``: values are bound, other Sql is spliced in. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  return new Sql(strings, parts);
}

sql.empty = new Sql([''], []);

/** Text that is ours, such as a column's name; never anything from outside. */
sql.raw = (text: string): Sql => new Sql([text], []);

sql.join = (parts: readonly Sql[], separator = ', '): Sql =>
  parts.length === 0
    ? sql.empty
    : new Sql(['', ...parts.slice(1).map(() => separator), ''], parts);

/** `($1, $2, …)`; for an empty list `(NULL)`, which nothing is in. */
sql.list = (values: readonly unknown[]): Sql =>
  values.length === 0
    ? sql.raw('(NULL)')
    : sql`(${sql.join(values.map((value) => sql`${value}`))})`;

/** `WHERE a AND b`, or nothing where there is no condition. */
sql.where = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql.empty : sql` WHERE ${sql.join(conditions, ' AND ')}`;

/**
 * `column IN (…)` for any number of values. On PostgreSQL one array parameter, so that the statement's text
 * does not grow; SQLite reads a JSON array.
 */
sql.isIn = (engine: Engine, column: Sql, values: readonly string[]): Sql =>
  engine === 'postgres'
    ? sql`${column} = ANY(CAST(${values} AS text[]))`
    : sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** The rows of a common table expression: `WITH v(a, b) AS (${sql.rows([[…]], ['text', 'bigint'])})`. */
sql.rows = (rows: readonly (readonly unknown[])[], types: readonly SqlType[]): Sql => {
  const written = rows.map((row) =>
    sql`(${sql.join(row.map((value, index) => sql`CAST(${value} AS ${sql.raw(types[index]!)})`))})`,
  );
  return sql`VALUES ${sql.join(written)}`;
};

export type SqlType = 'text' | 'bigint' | 'integer' | 'double precision';
export type Engine = 'sqlite' | 'postgres';
