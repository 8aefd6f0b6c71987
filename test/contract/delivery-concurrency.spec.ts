import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { TokenService } from '../../src/access/token.service.js';
import { ConfirmDelivery } from '../../src/delivery/confirm-delivery.service.js';
import { createApp } from '../../src/app.js';
import { Settings } from '../../src/platform/config/settings.js';
import { ReadConnection } from '../../src/platform/database/read-connection.js';
import { sql } from '../../src/platform/database/sql.js';
import { Transaction } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/platform/ids/ids.js';
import { ApiClient } from '../support/app.js';
import { DeliveryGround, type Sent } from '../support/delivery.js';
import { onEachEngine } from '../support/database.js';

const AT_ONCE = 32;

onEachEngine('confirmations at once', (engine) => {
  let ground: DeliveryGround;
  let second: NestFastifyApplication | undefined;
  let clients: ApiClient[];

  beforeAll(async () => {
    ground = await DeliveryGround.prepare(engine);
    const { service } = ground.base;
    clients = [ground.volunteer.client];
    if (engine === 'sqlite') return;
    // A second instance on the same database, as a second machine would be.
    second = await createApp(service.app.get(Settings));
    await second.listen(0, '127.0.0.1');
    const { token } = await service.app
      .get(TokenService)
      .create(ground.volunteer.id, { name: '2' });
    const authorization = `Bearer ${token.token}`;
    clients.push(new ApiClient(await second.getUrl(), { authorization }));
  }, 60_000);
  afterAll(async () => {
    await second?.close();
    await ground.close();
  });

  const send = (index: number, told: unknown) =>
    clients[index % clients.length]!.post<{ status: string }>('/confirmations', told);

  it('that compete leave exactly one standing', async () => {
    const { consignmentIds } = await ground.send();
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        send(index, ground.told(consignmentIds[0]!, { delivered: 100 - (index % 5) })),
      ),
    );
    const statuses = answers.map(({ status, body }) => `${status} ${body.status}`).sort();
    expect(statuses.filter((each) => each === '201 accepted')).toHaveLength(1);
    expect(statuses.filter((each) => each === '201 conflict')).toHaveLength(AT_ONCE - 1);
    const [accepted] = await ground.confirmations(
      `consignment=${consignmentIds[0]}&status=accepted`,
    );
    const counters = await ground.counters(consignmentIds[0]!);
    expect(counters['delivered']).toBe(accepted!.lines[0]!.delivered);
    expect(await ground.offenders()).toEqual([]);
  });

  it('are booked once where all are the same', async () => {
    const { consignmentIds } = await ground.send();
    const told = ground.told(consignmentIds[0]!, { delivered: 100 });
    const answers = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) => send(index, told)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(AT_ONCE - 1);
    expect(answers.every(({ body }) => body.status === 'accepted')).toBe(true);
    expect(await ground.counters(consignmentIds[0]!)).toEqual({ sent: 100, delivered: 100 });
  });

  it('of different consignments and batches each stand, while others compete', async () => {
    const batches = await Promise.all(
      Array.from({ length: 4 }, () => ground.send({ points: 4, quantity: 20 })),
    );
    const ids = batches.flatMap(({ consignmentIds }) => consignmentIds);
    const tellings = ids.flatMap((id) => [
      ground.told(id, { delivered: 15, damaged: 2, missing: 1, refused: 2 }),
      ground.told(id, { delivered: 20, surplus: 3 }),
    ]);
    const answers = await Promise.all(tellings.map((told, index) => send(index, told)));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    for (const id of ids) {
      const statuses = Object.values(await ground.statuses(id)).sort();
      expect(statuses).toEqual(['accepted', 'conflict']);
    }
    expect(await ground.offenders()).toEqual([]);
  });

  it('and a dispatch at the same moment lose nothing', async () => {
    const { batchId, consignmentIds } = await ground.pack({ points: 8, quantity: 10 });
    const [dispatched, ...answers] = await Promise.all([
      ground.dispatch(batchId),
      ...consignmentIds.map((id, index) => send(index, ground.told(id, { delivered: 10 }))),
    ]);
    expect(dispatched.status).toBe(201);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const rows = await ground.confirmations(`batch=${batchId}`);
    expect(rows.map(({ status }) => status)).toEqual(Array(8).fill('accepted'));
  });
});

onEachEngine('a confirmation', (engine) => {
  let ground: DeliveryGround;

  beforeAll(async () => {
    ground = await DeliveryGround.prepare(engine);
  }, 60_000);
  afterAll(() => ground.close());

  /** What the audit writes of earlier requests, in its own time, is not counted. */
  const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
    const spies = (['query', 'execute'] as const).map((name) =>
      jest.spyOn(Transaction.prototype, name),
    );
    await work();
    const texts = spies.flatMap((spy) =>
      spy.mock.calls.map(([statement]) => statement.compile(engine).text),
    );
    spies.forEach((spy) => spy.mockRestore());
    return texts.filter((text) => !text.includes('audit_entry')).length;
  };

  it('of many lines takes as many statements as one of few', async () => {
    const { base } = ground;
    const administrator = await base.addPerson('administrator');
    const materialIds: string[] = [];
    for (let index = 0; index < 300; index += 1) {
      const material = {
        code: newId(),
        name: `M${index}`,
        kind: 'print',
        unit: 'kom',
        language: 'sr-Latn',
      };
      materialIds.push(await base.make(administrator, '/materials', material));
    }
    base.campaignId = await base.make(administrator, '/campaigns', {
      name: 'Mnogo materijala',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      funders: [{ name: 'European Union' }],
      materialIds,
    });
    for (const materialId of materialIds) await base.addStock(materialId, 100);
    const sendLines = async (count: number) => {
      const [deliveryPointId] = await base.addPoints(1);
      const lines = materialIds.slice(0, count).map((materialId) => ({ materialId, quantity: 10 }));
      const sent = await ground.packConsignments([
        { deliveryPointId, lines, assigneeId: ground.volunteer.id },
      ]);
      ground.succeed(await ground.dispatch(sent.batchId));
      const told = ground.told(sent.consignmentIds[0]!, {});
      const figures = { delivered: 7, damaged: 1, missing: 1 };
      return {
        ...told,
        lines: lines.map(({ materialId }) => ({ materialId, ...figures })),
      };
    };
    const few = await sendLines(3);
    const many = await sendLines(300);
    // Not over HTTP: what signing in and the audit write is not counted.
    const { id } = ground.volunteer;
    const actor = {
      id,
      name: '',
      role: 'volunteer',
      campaignIds: null,
      districtCodes: null,
    } as const;
    const confirming = base.service.app.get(ConfirmDelivery);
    const counts = [
      await countStatements(() => confirming.confirm(actor, few)),
      await countStatements(() => confirming.confirm(actor, many)),
    ];
    expect((await ground.consignment(many.consignmentId)).lines[299]).toMatchObject({
      delivered: 7,
    });
    expect(counts[1]).toBe(counts[0]);
  }, 120_000);
});

onEachEngine('whatever is said and done, in any order', (engine) => {
  let ground: DeliveryGround;

  beforeAll(async () => {
    ground = await DeliveryGround.prepare(engine);
  }, 60_000);
  afterAll(() => ground.close());

  const figures = fc.record({
    delivered: fc.integer({ min: 0, max: 12 }),
    damaged: fc.integer({ min: 0, max: 3 }),
    missing: fc.integer({ min: 0, max: 3 }),
    refused: fc.integer({ min: 0, max: 6 }),
    surplus: fc.constantFrom(0, 0, 0, 2),
  });
  const step = fc.record({
    what: fc.constantFrom(
      'confirm',
      'confirm',
      'follow',
      'correct',
      'prefer',
      'dismiss',
      'resolve',
      'return',
      'lose',
      'dispatch',
      'close',
    ),
    consignment: fc.nat(1),
    figures,
    resolution: fc.constantFrom('lost', 'damaged', 'delivered', 'returned', 'counted_wrong'),
    pick: fc.nat(),
    quantity: fc.integer({ min: 1, max: 4 }),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  const apply = async ({ batchId, consignmentIds }: Sent, action: Step): Promise<number> => {
    const id = consignmentIds[action.consignment]!;
    const rows = await ground.confirmations(`consignment=${id}`);
    const pick = <T>(all: readonly T[]): T | undefined =>
      all[action.pick % Math.max(1, all.length)];
    const picked = pick(rows)?.id ?? newId();
    const lines = [{ consignmentId: id, materialId: ground.leafletId, quantity: action.quantity }];
    switch (action.what) {
      case 'confirm':
        return (await ground.confirm(id, action.figures)).status;
      case 'follow':
        return (await ground.confirm(id, action.figures, { follows: picked })).status;
      case 'correct':
        return (await ground.correct(picked, action.figures)).status;
      case 'prefer':
      case 'dismiss':
        return (await ground.amend(picked, action.what)).status;
      case 'resolve': {
        const open = pick(await ground.discrepancies(`consignment=${id}&state=open`));
        const quantity = action.pick % 2 === 0 ? undefined : action.quantity;
        return (await ground.resolve(open?.id ?? newId(), action.resolution, quantity)).status;
      }
      case 'return':
      case 'lose':
        return (await ground.base.command(batchId, action.what, { lines })).status;
      case 'dispatch':
        return (await ground.dispatch(batchId)).status;
      case 'close':
        return (await ground.base.command(batchId, 'close')).status;
      default:
        return action.what satisfies never;
    }
  };

  it('nothing fails, and every piece is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
        const sent = await ground.pack({ points: 2, quantity: 20 });
        for (const action of steps) expect(await apply(sent, action)).toBeLessThan(500);
        expect(await ground.offenders()).toEqual([]);
        for (const id of sent.consignmentIds) {
          const accepted = await ground.confirmations(`consignment=${id}&status=accepted`);
          const { standingConfirmationId } = await ground.consignment(id);
          expect(standingConfirmationId !== null).toBe(accepted.length > 0);
        }
        const reads = ground.base.service.app.get(ReadConnection);
        const negative = await reads.query(
          sql`SELECT account FROM balance WHERE on_hand < 0 AND account NOT IN ('supplier', 'adjustment')`,
        );
        expect(negative).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
