// How many SQL statements a confirmation issues, by the number of its lines.
import { DataSource } from 'typeorm';
import { newId } from '../dist/platform/ids/ids.js';
import { setUp, startService } from './service.mjs';

const service = await startService();
const dataSource = service.app.get(DataSource);

async function countStatements(work) {
  let statements = 0;
  dataSource.setOptions({ logging: ['query'], logger: { logQuery: () => (statements += 1) } });
  await work();
  dataSource.setOptions({ logging: false, logger: undefined });
  return statements;
}

async function confirmLines(lines) {
  const { campaignId, materialIds, warehouseId } = await setUpMaterials(lines);
  const [batchId, consignmentId, deliveryPointId] = [newId(), newId(), newId()];
  await service.post('/delivery-points', {
    id: deliveryPointId, name: `School ${lines}`, kind: 'school', municipalityCode: '70025', address: 'Street 1', active: true, confidential: false,
  }); // prettier-ignore
  await service.post('/batches', {
    id: batchId, campaignId, warehouseId,
    consignments: [{ id: consignmentId, deliveryPointId, lines: materialIds.map((materialId) => ({ materialId, quantity: 10 })) }],
  }); // prettier-ignore
  for (const command of ['plan', 'pack', 'dispatch'])
    await service.post(`/batches/${batchId}/${command}`, {});
  return countStatements(() =>
    service.post('/confirmations', {
      id: newId(),
      consignmentId,
      kind: 'delivery',
      deviceTime: new Date().toISOString(),
      lines: materialIds.map((materialId) => ({
        materialId,
        delivered: 8,
        damaged: 1,
        missing: 1,
      })),
    }),
  );
}

let runs = 0;
async function setUpMaterials(lines) {
  runs += 1;
  return setUp(
    {
      ...service,
      post: (path, body) =>
        service.post(
          path,
          path === '/materials'
            ? { ...body, code: `${body.code}-${runs}` }
            : path === '/warehouses'
              ? { ...body, name: `${body.name} ${runs}` }
              : body,
        ),
    },
    { materials: lines, pieces: 1_000 },
  );
}

for (const lines of [3, 30, 300]) {
  console.log(`a confirmation of ${lines} lines: ${await confirmLines(lines)} statements`);
}
await service.close();
