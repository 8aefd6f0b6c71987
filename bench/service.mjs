// A service over a throwaway folder, and somebody who may do everything: what the benchmarks run on.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateUser } from '../dist/access/create-user.service.js';
import { TokenService } from '../dist/access/token.service.js';
import { createApp } from '../dist/app.js';
import { readSettings } from '../dist/platform/config/settings.js';
import { newId } from '../dist/platform/ids/ids.js';

export async function startService() {
  const directory = mkdtempSync(join(tmpdir(), 'domet-bench-'));
  const app = await createApp(
    readSettings({
      DATA_DIR: directory,
      SCHEDULES: 'off',
      LOG_LEVEL: 'error',
      PASSWORD_HASH_MEMORY_KIB: '64',
    }),
  );
  await app.listen(0, '127.0.0.1');
  const { user } = await app.get(CreateUser).run({
    email: 'bench@example.org',
    name: 'Bench',
    role: 'administrator',
    password: 'korak po korak',
  });
  const { token } = await app.get(TokenService).create(user.id, { name: 'bench' });
  const url = await app.getUrl();
  const send = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (response.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    app,
    userId: user.id,
    post: (path, body) => send('POST', path, body),
    get: (path) => send('GET', path),
    close: async () => {
      await app.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A campaign of so many materials, each with a print run in one warehouse. */
export async function setUp({ post }, { materials, pieces }) {
  const materialIds = Array.from({ length: materials }, () => newId());
  for (const [index, id] of materialIds.entries()) {
    await post('/materials', {
      id, code: `M-${index}`, name: `Material ${index}`, kind: 'print', unit: 'piece', packSize: 100, weightGrams: 5, volumeCm3: 8, language: 'sr-Cyrl',
    }); // prettier-ignore
  }
  const campaignId = newId();
  await post('/campaigns', {
    id: campaignId, name: 'Bench', startsOn: '2026-01-01', endsOn: '2099-12-31', funders: [{ name: 'European Union' }], materialIds,
  }); // prettier-ignore
  const warehouseId = newId();
  await post('/warehouses', { id: warehouseId, name: 'Beograd', municipalityCode: '70181' });
  const lotIds = [];
  for (const materialId of materialIds) {
    const { lotId } = await post('/stock/receipts', {
      id: newId(), warehouseId, campaignId, materialId, quantity: pieces, lotNumber: '1', funder: 'European Union', occurredAt: '2026-01-02T08:00:00Z',
    }); // prettier-ignore
    lotIds.push(lotId);
  }
  return { campaignId, materialIds, warehouseId, lotIds };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
