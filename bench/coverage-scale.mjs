// Reading coverage of all units and all materials at ten thousand and at a million movements: the time must not grow.
import { UnitOfWork } from '../dist/platform/database/unit-of-work.js';
import { newId } from '../dist/platform/ids/ids.js';
import { Ledger } from '../dist/stock/ledger.service.js';
import { median, setUp, startService } from './service.mjs';

const SMALL = Number(process.argv[2] ?? 10_000);
const LARGE = Number(process.argv[3] ?? 1_000_000);
const MATERIALS = 7;
const POINTS_A_UNIT = 3;
const MOVEMENTS_A_BOOKING = 2_000;
const ROUNDS = 31;

async function fill(movements) {
  const service = await startService();
  const setting = await setUp(service, { materials: MATERIALS, pieces: 900_000_000 });
  const { items: units } = await service.get('/municipalities?limit=500');
  const points = [];
  for (const { code } of units) {
    for (let index = 0; index < POINTS_A_UNIT; index += 1) {
      const id = newId();
      await service.post('/delivery-points', {
        id, name: `Point ${code} ${index}`, kind: 'school', municipalityCode: code, address: 'Street 1', audience: 300, active: true, confidential: false,
      }); // prettier-ignore
      points.push({ id, code });
    }
  }
  for (const materialId of setting.materialIds) {
    await service.post(`/campaigns/${setting.campaignId}/target-rules`, {
      id: newId(),
      materialId,
      kind: 'per_1000_inhabitants',
      value: 500,
    });
  }
  const unitOfWork = service.app.get(UnitOfWork);
  const ledger = service.app.get(Ledger);
  const started = performance.now();
  for (let done = 0; done < movements; done += MOVEMENTS_A_BOOKING) {
    const count = Math.min(MOVEMENTS_A_BOOKING, movements - done);
    const drafts = Array.from({ length: count }, (_, index) => {
      const number = done + index;
      const point = points[number % points.length];
      return {
        lotId: setting.lotIds[Math.floor(number / points.length) % MATERIALS],
        from: `warehouse:${setting.warehouseId}`,
        to: `delivered:${point.id}`,
        quantity: 1 + (number % 20),
        occurredAt: new Date(Date.UTC(2026, 0, 3) + number * 1_000).toISOString(),
        deliveryPointId: point.id,
        municipalityCode: point.code,
      };
    });
    await unitOfWork.run('fill', (tx) =>
      ledger.book(tx, {
        cause: { kind: 'issue', id: newId() },
        actorId: service.userId,
        movements: drafts,
      }),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${movements} movements booked in ${seconds.toFixed(0)} s (${Math.round(movements / seconds)} a second)`,
  );
  return { service, setting };
}

async function readAll({ service, setting }) {
  const started = performance.now();
  for (const materialId of [undefined, ...setting.materialIds]) {
    const named = materialId === undefined ? '' : `&material=${materialId}`;
    const { items } = await service.get(
      `/coverage?campaign=${setting.campaignId}&level=municipality&limit=500${named}`,
    );
    if (items.length !== 161) throw new Error('a unit is missing');
  }
  return performance.now() - started;
}

const small = await fill(SMALL);
const large = await fill(LARGE);
const times = { small: [], large: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  const order = round % 2 === 0 ? ['small', 'large'] : ['large', 'small'];
  for (const which of order) times[which].push(await readAll(which === 'small' ? small : large));
}
const [smallMs, largeMs] = [median(times.small), median(times.large)];
console.log(
  `coverage, 161 units, each of ${MATERIALS} materials and all together (${MATERIALS + 1} requests), median of ${ROUNDS}:`,
);
console.log(`  at ${SMALL} movements: ${smallMs.toFixed(1)} ms`);
console.log(`  at ${LARGE} movements: ${largeMs.toFixed(1)} ms`);
console.log(`  ratio: ${(largeMs / smallMs).toFixed(2)}`);
const { holds } = await large.service.get('/verify');
console.log(`  verify at ${LARGE} movements: ${holds ? 'every invariant holds' : 'BROKEN'}`);
await small.service.close();
await large.service.close();
