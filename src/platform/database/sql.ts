/** SQL text with its bound values, in the order in which they appear. */
export class Sql {
  constructor(
    private readonly strings: readonly string[],
    private readonly parts: readonly unknown[],
  ) {}

  /**
   * As the engine wants it. SQLite would take `$1, $2, …` as well, but looks each name up among all before it, so that
   * a statement of 30,000 values takes a second to be read; a plain `?` costs nothing.
   */
  compile(engine: Engine): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    const text: string[] = [];
    this.write(engine, text, values);
    // TypeORM knows a statement's kind by how it begins: a blank before it would hide that.
    return { text: text.join('').trimStart(), values };
  }

  private write(engine: Engine, text: string[], values: unknown[]): void {
    text.push(this.strings[0] ?? '');
    this.parts.forEach((part, index) => {
      if (part instanceof Sql) {
        part.write(engine, text, values);
      } else {
        const number = values.push(part === undefined ? null : part);
        text.push(engine === 'postgres' ? `$${number}` : '?');
      }
      text.push(this.strings[index + 1] ?? '');
    });
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
  parts.length === 0 ? sql.empty : new Sql(['', ...parts.slice(1).map(() => separator), ''], parts);

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
  const written = rows.map(
    (row) =>
      sql`(${sql.join(row.map((value, index) => sql`CAST(${value} AS ${sql.raw(types[index]!)})`))})`,
  );
  return sql`VALUES ${sql.join(written)}`;
};

export type SqlType = 'text' | 'bigint' | 'integer' | 'double precision';
export type Engine = 'sqlite' | 'postgres';
