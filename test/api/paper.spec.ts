import { ReadConnection } from '../../src/platform/database/read-connection.js';
import type { Reader } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/platform/ids/ids.js';
import { type BatchAnswer, DistributionGround, type Person } from '../support/distribution.js';
import { countPages, readText } from '../support/pdf.js';

interface Printed {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

describe('paper', () => {
  let ground: DistributionGround;

  beforeAll(async () => {
    ground = await DistributionGround.prepare();
    await ground.addStock(ground.leafletId, 100_000);
  }, 60_000);
  afterAll(() => ground.close());

  async function print(
    path: string,
    person: Person = ground.coordinator,
    headers: Record<string, string> = {},
  ): Promise<Printed> {
    const authorization = (person.client as unknown as { headers: Record<string, string> }).headers;
    const answer = await fetch(`${ground.service.url}/api/v1${path}`, {
      headers: { ...authorization, ...headers },
    });
    return {
      status: answer.status,
      headers: answer.headers,
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  }

  async function prepare(
    points: readonly string[],
    steps: readonly string[],
    packages: readonly number[] = [],
  ): Promise<BatchAnswer['body']> {
    const created = await ground.create(ground.leaflets(points, 250));
    for (const step of steps) {
      const consignments = created.body.consignments.map(({ id }, index) => ({
        id,
        packages: packages[index] ?? 1,
      }));
      const done = await ground.command(
        created.body.id,
        step,
        step === 'pack' ? { consignments } : {},
      );
      if (done.status !== 201) throw new Error(JSON.stringify(done.body));
    }
    return created.body;
  }

  it('is a PDF that is shown, named after the batch, and kept by nobody', async () => {
    const { id } = await prepare(await ground.addPoints(2), ['plan', 'pack'], [1, 3]);
    const name = id.slice(-8).toUpperCase();
    for (const [kind, pages] of [
      ['waybills', 2],
      ['labels', 4],
    ] as const) {
      const { status, headers, bytes } = await print(`/batches/${id}/${kind}.pdf`);
      expect({ status, type: headers.get('content-type') }).toEqual({
        status: 200,
        type: 'application/pdf',
      });
      expect(headers.get('content-disposition')).toBe(`inline; filename="${kind}-${name}.pdf"`);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(countPages(bytes)).toBe(pages);
      expect(bytes.toString('latin1')).toContain('Roboto');
    }
  });

  it('of one consignment is named after its waybill', async () => {
    const { id, consignments } = await prepare(await ground.addPoints(2), ['plan', 'pack'], [1, 3]);
    const [, second] = consignments;
    const path = `/batches/${id}`;
    const waybill = await print(`${path}/waybills.pdf?consignment=${second!.id}`);
    expect(waybill.headers.get('content-disposition')).toBe(
      `inline; filename="waybill-${second!.waybillNumber}.pdf"`,
    );
    expect(countPages(waybill.bytes)).toBe(1);
    const labels = await print(`${path}/labels.pdf?consignment=${second!.id}`);
    expect(labels.headers.get('content-disposition')).toBe(
      `inline; filename="labels-${second!.waybillNumber}.pdf"`,
    );
    expect(countPages(labels.bytes)).toBe(3);
  });

  it('names both sides, the lines with their print runs, and what goes where', async () => {
    const point = await ground.addPoint({ name: 'OŠ „Đorđe Šćekić“', address: 'Žička 7' });
    const { id, consignments } = await prepare([point], ['plan', 'pack'], [2]);
    const waybill = readText((await print(`/batches/${id}/waybills.pdf?language=sr-Latn`)).bytes);
    for (const words of [
      'Tovarni list',
      consignments[0]!.waybillNumber,
      'Magacin Beograd',
      'OŠ „Đorđe Šćekić“',
      'Žička 7',
      'Letak za decu',
      'STOP trgovini decom',
      'European Union',
      '2 × 100',
    ]) {
      expect(waybill).toContain(words);
    }
    expect(waybill).toMatch(/Serija lot [0-9a-f-]+/);
    const labels = readText((await print(`/batches/${id}/labels.pdf?language=sr-Latn`)).bytes);
    for (const words of ['OŠ „Đorđe Šćekić“', '1 od 2', '2 od 2', '+381 32 123']) {
      expect(labels).toContain(words);
    }
    expect(labels).not.toContain('STOP');
    expect(labels).not.toContain('Letak');
  });

  it.each([
    ['?language=sr-Cyrl', 'en', 'Товарни лист', 'Чачак'],
    ['?language=en', 'sr-Cyrl', 'Waybill', 'Cacak'],
    ['', 'sr-Cyrl', 'Товарни лист', 'Чачак'],
    ['', 'en', 'Waybill', 'Cacak'],
  ])('for %p and Accept-Language %s says %s', async (query, accepted, title, place) => {
    const { id } = await prepare(await ground.addPoints(1), ['plan']);
    const { bytes } = await print(`/batches/${id}/waybills.pdf${query}`, ground.coordinator, {
      'accept-language': accepted,
    });
    const text = readText(bytes);
    expect(text).toContain(title);
    expect(text).toContain(place);
  });

  it('of a package has one page, however long the names are', async () => {
    const long = 'Osnovna škola Đorđe Šćekić '.repeat(11);
    const point = await ground.addPoint({
      name: long.trim(),
      address: 'Ž'.repeat(300),
      settlement: long.slice(0, 110).trim(),
      contact: { person: long.slice(0, 190).trim(), phone: '1'.repeat(60) },
    });
    const { id } = await prepare([point], ['plan', 'pack'], [3]);
    expect(countPages((await print(`/batches/${id}/labels.pdf`)).bytes)).toBe(3);
  });

  it('for a confidential point goes to its contact, and tells nothing else of it', async () => {
    const point = await ground.addPoint({
      name: 'Sigurna kuća Nada',
      kind: 'shelter',
      tags: [],
      address: 'Tiha 3',
      hours: 'celog dana',
      note: 'Zvoniti dva puta',
      contact: { person: 'Milica Čolić', phone: '+381 60 111' },
      confidential: true,
    });
    const nameless = await ground.addPoint({
      name: 'Kuća broj 5',
      kind: 'shelter',
      tags: [],
      contact: null,
      confidential: true,
    });
    const { id, consignments } = await prepare([point, nameless], ['plan', 'pack']);
    const [first, second] = consignments;
    const read = async (kind: string, consignmentId: string): Promise<string> =>
      readText(
        (await print(`/batches/${id}/${kind}.pdf?language=sr-Latn&consignment=${consignmentId}`))
          .bytes,
      );
    for (const kind of ['waybills', 'labels']) {
      const text = await read(kind, first!.id);
      for (const words of ['Milica Čolić', 'Tiha 3', '+381 60 111']) expect(text).toContain(words);
      for (const words of ['Sigurna', 'Nada', 'STOP', 'European', 'celog', 'Zvoniti', 'shelter']) {
        expect(text).not.toContain(words);
      }
      expect(await read(kind, second!.id)).toContain('Kuća broj 5');
    }
    expect(await read('waybills', first!.id)).toContain('Letak za decu');
    expect(await read('labels', first!.id)).not.toContain('Letak');
  });

  it.each([
    ['draft', [], 'waybills', /Plan the batch first/],
    ['draft', [], 'labels', /Pack the batch first/],
    ['planned', ['plan'], 'labels', /Pack the batch first/],
    ['cancelled', ['plan', 'cancel'], 'waybills', /cancelled/],
    ['cancelled', ['plan', 'pack', 'cancel'], 'labels', /cancelled/],
  ] as const)('of a %s batch (after %j) has no %s', async (state, steps, kind, sentence) => {
    const { id } = await prepare(await ground.addPoints(1), steps);
    const refused = await ground.coordinator.client.get<Record<string, unknown>>(
      `/batches/${id}/${kind}.pdf`,
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'illegal_transition', state } });
    expect(refused.body['detail']).toMatch(sentence);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
  });

  it('of a dispatched batch stays printable and says when it left', async () => {
    const { id } = await prepare(await ground.addPoints(1), ['plan', 'pack', 'dispatch']);
    const text = readText((await print(`/batches/${id}/waybills.pdf?language=en`)).bytes);
    expect(text).toContain('250');
    expect(text).toMatch(/Dispatched \d{1,2} \w+ \d{4}/);
    expect(countPages((await print(`/batches/${id}/labels.pdf`)).bytes)).toBe(1);
  });

  it('is for coordinators, in their campaigns and districts', async () => {
    const { id } = await prepare(await ground.addPoints(1), ['plan', 'pack']);
    const otherCampaign = await ground.make(await ground.addPerson('administrator'), '/campaigns', {
      name: 'Druga',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      funders: [],
      materialIds: [],
    });
    for (const [person, status] of [
      [await ground.addPerson('administrator'), 200],
      [await ground.addPerson('manager'), 403],
      [await ground.addPerson('volunteer'), 403],
      [await ground.addPerson('coordinator', { campaignIds: [otherCampaign] }), 404],
      [await ground.addPerson('coordinator', { districtCodes: ['RS225'] }), 404],
    ] as const) {
      for (const kind of ['waybills', 'labels']) {
        expect((await print(`/batches/${id}/${kind}.pdf`, person)).status).toBe(status);
      }
    }
  });

  it('for who works in one district holds what lies in it', async () => {
    const points = [await ground.addPoint(), await ground.addPoint({ municipalityCode: '79022' })];
    const { id, consignments } = await prepare(points, ['plan']);
    const person = await ground.addPerson('coordinator', { districtCodes: ['RS214'] });
    const { body } = await person.client.get<{ consignments: unknown[] }>(`/batches/${id}`);
    const { bytes } = await print(`/batches/${id}/waybills.pdf`, person);
    expect(countPages(bytes)).toBe(body.consignments.length);
    expect(body.consignments).toHaveLength(1);
    const other = await print(
      `/batches/${id}/waybills.pdf?consignment=${consignments[1]!.id}`,
      person,
    );
    expect(other.status).toBe(404);
  });

  it.each([
    ['?language=hu', 400],
    ['?consignment=x', 400],
    ['?pages=2', 400],
    ['?consignment=01930b9e-7a3c-7c1e-9d55-2f6f0c1a4b7e', 404],
  ])('asked with %s is refused', async (query, status) => {
    const { id } = await prepare(await ground.addPoints(1), ['plan', 'pack']);
    for (const kind of ['waybills', 'labels']) {
      expect((await print(`/batches/${id}/${kind}.pdf${query}`)).status).toBe(status);
    }
  });

  it('of an unknown batch is not found', async () => {
    expect((await print(`/batches/${newId()}/waybills.pdf`)).status).toBe(404);
    expect((await print('/batches/x/labels.pdf')).status).toBe(404);
  });

  it('asks the database as often for forty consignments as for one', async () => {
    const reads = ground.service.app.get(ReadConnection);
    const snapshot = reads.snapshot.bind(reads);
    let statements = 0;
    const counting = jest.spyOn(reads, 'snapshot').mockImplementation((work) =>
      snapshot((reader) => {
        const counted: Reader = {
          engine: reader.engine,
          manager: reader.manager,
          query: (statement) => ((statements += 1), reader.query(statement)),
          one: (statement) => ((statements += 1), reader.one(statement)),
        };
        return work(counted);
      }),
    );
    const asked: number[] = [];
    for (const points of [1, 40]) {
      const { id } = await prepare(await ground.addPoints(points), ['plan', 'pack']);
      for (const kind of ['waybills', 'labels']) {
        statements = 0;
        expect((await print(`/batches/${id}/${kind}.pdf`)).status).toBe(200);
        asked.push(statements);
      }
    }
    counting.mockRestore();
    expect(asked[0]).toBeGreaterThan(5);
    expect(asked.slice(2)).toEqual(asked.slice(0, 2));
  });
});
