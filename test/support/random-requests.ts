/**
 * Requests made at random from the OpenAPI document: mostly of the right shape, some bent in one place in the ways in
 * which clients get things wrong. From a seed, so that a run can be repeated.
 */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  };
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface RandomRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** A small generator of random numbers (mulberry32): the same seed, the same numbers. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** These would end the run's own sign-ins, or are throttled by design. */
const LEFT_ALONE = /\/auth\/|\/tokens/;
/** These take up to a second of a core each: asked for as often as the others, they would be all that a run waits for. */
const HEAVY = /\.pdf$|\/verify$/;
const HEAVY_SHARE = 0.1;

const BENT_VALUES: readonly unknown[] = [
  null, true, -1, 0, 0.5, 1e300, 2 ** 53 + 2, '', ' ', 'NaN', '\u0000', 'half \ud83d', '../../etc/passwd',
  "'; DROP TABLE movement; --", '=1+1', 'ћирилица', '0001-01-01', '9999-12-31T23:59:59.999Z', '2026-02-30', [], {}, [[]],
  'x'.repeat(70_000), '00000000-0000-0000-0000-000000000000', '__proto__', '%00', '79014', -0,
]; // prettier-ignore

/** Where the thing lies that a field or parameter names. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  campaign: '/campaigns', campaignId: '/campaigns', material: '/materials', materialId: '/materials', variantOf: '/materials',
  warehouse: '/warehouses', warehouseId: '/warehouses', deliveryPointId: '/delivery-points', lot: '/stock/lots', lotId: '/stock/lots',
  batch: '/batches', batchId: '/batches', consignment: '/consignments', consignmentId: '/consignments', follow: '/confirmations',
  group: '/place-groups', groupId: '/place-groups', printOrderId: '/print-orders', assigneeId: '/users', userId: '/users',
  municipality: '/municipalities', municipalityCode: '/municipalities', district: '/districts', districtCode: '/districts',
  region: '/regions', regionCode: '/regions',
}; // prettier-ignore

/** `/api/v1/stock/lots/123/block` → `/stock/lots`. */
function collectionOf(path: string): string {
  const words = path.split('?')[0]!.replace('/api/v1', '').split('/').filter(Boolean);
  const end = words.findIndex((word) => /[0-9{]/.test(word));
  return `/${words.slice(0, end === -1 ? undefined : end).join('/')}`;
}

export class RequestMaker {
  /** What answers named, by the collection in which it is found. */
  private readonly known = new Map<string, string[]>();
  private readonly operations: { method: string; path: string; operation: Operation }[];

  constructor(
    private readonly document: ApiDocument,
    private readonly random: () => number,
    /** Ids that are never named, since the run stands on them. */
    private readonly spared: ReadonlySet<string>,
  ) {
    this.operations = Object.entries(document.paths)
      .filter(([path]) => path.startsWith('/api/v1') && !LEFT_ALONE.test(path))
      .flatMap(([path, item]) =>
        METHODS.filter((method) => method in item).map((method) => ({
          method,
          path,
          operation: item[method]!,
        })),
      );
  }

  get operationCount(): number {
    return this.operations.length;
  }

  make(): RandomRequest {
    const { method, path, operation } = this.pickOperation();
    const parameters = operation.parameters ?? [];
    const query = parameters
      .filter(
        (each) => each.in === 'query' && (each.required ? this.chance(0.95) : this.chance(0.25)),
      )
      .map((each) => `${encodeURIComponent(each.name)}=${encodeURIComponent(this.textFor(each))}`);
    if (this.chance(0.01)) query.push('unknown=1');
    const body = method === 'get' ? undefined : this.makeBody(operation);
    return {
      method: method.toUpperCase(),
      path: `${this.fillPath(path, parameters)}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.chance(0.85) ? { 'if-match': `"${1 + Math.floor(this.random() * 3)}"` } : {}),
        'accept-language': this.pick(['sr-Latn', 'sr-Cyrl', 'en', '*;q=x', '']),
      },
      ...(body === undefined ? {} : { body }),
    };
  }

  private pickOperation(): RequestMaker['operations'][number] {
    const picked = this.pick(this.operations);
    return HEAVY.test(picked.path) && !this.chance(HEAVY_SHARE) ? this.pickOperation() : picked;
  }

  /** Remembers the ids that an answer of `path` names, to name them again where such a thing is wanted. */
  learn(path: string, value: unknown): void {
    const answered = (value as { items?: unknown[] }).items ?? [value];
    for (const each of answered.slice(0, 50)) {
      const { id, code } = each as { id?: unknown; code?: unknown };
      this.remember(collectionOf(path), id);
      if (/municipalities|districts|regions/.test(path)) this.remember(collectionOf(path), code);
    }
  }

  private remember(collection: string, id: unknown): void {
    if (typeof id !== 'string' || this.spared.has(id)) return;
    const ids = this.known.get(collection) ?? [];
    if (ids.length < 300) ids.push(id);
    else ids[Math.floor(this.random() * 300)] = id;
    this.known.set(collection, ids);
  }

  private fillPath(path: string, parameters: readonly Parameter[]): string {
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string, offset: number) => {
      const own = this.known.get(collectionOf(path.slice(0, offset)));
      if (name === 'id' && own !== undefined && this.chance(0.95)) return this.pick(own);
      const parameter =
        parameters.find((each) => each.name === name) ?? ({ name, in: 'path' } as const);
      const value = this.textFor(parameter) || 'x';
      return encodeURIComponent(value).replaceAll('.', '%2E');
    });
  }

  private makeBody(operation: Operation): string | undefined {
    const schema = operation.requestBody?.content?.['application/json']?.schema;
    if (schema === undefined) return this.chance(0.02) ? '{}' : undefined;
    if (this.chance(0.005)) return '{"truncated": ';
    if (this.chance(0.005)) return this.pick(['[]', 'null', '1', '"text"', '{"a":{}}']);
    const text = JSON.stringify(this.valueFor(schema, 'body', 0));
    return text ?? '{}';
  }

  private textFor({ name, schema }: Parameter): string {
    const value = this.valueFor(schema ?? { type: 'string' }, name, 0);
    const text = Array.isArray(value) ? value.map(String).join(',') : String(value);
    return text.isWellFormed() ? text.slice(0, 2_000) : 'half';
  }

  private valueFor(schema: Schema, name: string, depth: number): unknown {
    if (this.chance(depth === 0 ? 0.004 : 0.015)) return this.pick(BENT_VALUES);
    const resolved = this.resolve(schema);
    if (resolved.enum !== undefined) return this.pick(resolved.enum);
    const alternatives = resolved.anyOf ?? resolved.oneOf;
    if (alternatives !== undefined) return this.valueFor(this.pick(alternatives), name, depth);
    const type = typeof resolved.type === 'string' ? resolved.type : resolved.type?.[0];
    switch (type) {
      case 'object':
        return this.objectFor(resolved, depth);
      case 'array':
        return depth > 6
          ? []
          : Array.from({ length: Math.floor(this.random() * 4) }, () =>
              this.valueFor(resolved.items ?? { type: 'string' }, name, depth + 1),
            );
      case 'integer':
      case 'number':
        return this.numberFor(resolved);
      case 'boolean':
        return this.chance(0.5);
      case 'null':
        return null;
      default:
        return this.stringFor(resolved, name);
    }
  }

  private objectFor(schema: Schema, depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const wanted = schema.required?.includes(name) ? this.chance(0.99) : this.chance(0.4);
      if (wanted && depth <= 6) object[name] = this.valueFor(member, name, depth + 1);
    }
    if (this.chance(0.01)) object['unknownField'] = 1;
    return object;
  }

  private numberFor({ type, minimum = 0, maximum = 1000 }: Schema): number {
    const span = this.chance(0.9) ? Math.min(maximum - minimum, 200) : maximum - minimum;
    const value = minimum + this.random() * span;
    return type === 'integer' ? Math.floor(value) : Number(value.toFixed(2));
  }

  private stringFor({ format, maxLength = 40 }: Schema, name: string): string {
    const known = this.knownFor(name);
    if (known !== undefined && this.chance(0.9)) return known;
    switch (format) {
      case 'uuid':
        return this.uuid();
      case 'date':
        return this.date();
      case 'date-time':
        return `${this.date()}T${String(Math.floor(this.random() * 24)).padStart(2, '0')}:00:00Z`;
      default:
        return this.pick([
          'Čačak',
          'a',
          'poster',
          'RS121',
          '70025',
          this.date(),
          `n${Math.floor(this.random() * 1e6)}`,
        ]).slice(0, maxLength);
    }
  }

  private knownFor(name: string): string | undefined {
    const collection = COLLECTIONS[name.replace(/s$/, '')];
    const ids = collection === undefined ? undefined : this.known.get(collection);
    return ids === undefined ? undefined : this.pick(ids);
  }

  private resolve(schema: Schema): Schema {
    const parts = schema.allOf ?? [schema];
    return parts.reduce<Schema>((merged, part) => {
      const found =
        part.$ref === undefined
          ? part
          : (this.document.components?.schemas?.[part.$ref.split('/').at(-1) ?? ''] ?? {});
      return { ...merged, ...found };
    }, {});
  }

  private uuid(): string {
    const hex = (length: number): string =>
      Array.from({ length }, () => Math.floor(this.random() * 16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  }

  private date(): string {
    const day = Math.floor(this.random() * 28) + 1;
    const month = Math.floor(this.random() * 12) + 1;
    return `${this.pick([2025, 2026, 2026, 2027])}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }

  private pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.random() * values.length)]!;
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }
}
