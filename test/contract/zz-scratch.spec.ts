import { newId } from '../../src/platform/ids/ids.js';
import { sql } from '../../src/platform/database/sql.js';
import { VerifyService } from '../../src/stock/verify.service.js';
import { LotAccountService } from '../../src/stock/lot-account.service.js';
import { LotService } from '../../src/stock/lot.service.js';
import { DAY_1, DAY_2, DAY_3, prepareStock, stepsOf } from '../support/stock.js';
const actor = { id: 'a', name: 'a', role: 'administrator' as const, campaignIds: null, districtCodes: null };
it.each(['sqlite', 'postgres'] as const)('scale %s', async (engine) => {
  const ground = await prepareStock(engine);
  ground.told.apply = () => Promise.resolve();
  const lotId = await ground.addLot();
  const s = stepsOf(ground, lotId);
  await ground.book([s.receive(10_000_000, DAY_1)]);
  const time = async (name: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    const r = await work();
    process.stderr.write(`${engine} ${name}: ${(performance.now() - start).toFixed(1)} ms\n`);
    return r;
  };
  const batchOf = (b: string, n: number) => {
    const cs = Array.from({ length: n }, () => newId());
    const mk = (step: typeof s.dispatch, q: number, d: string) => cs.map((consignmentId) => ({ ...step(q, d), batchId: b, consignmentId, from: step(q,d).from.replace('in_transit:batch', `in_transit:${b}`) as never, to: step(q,d).to.replace('in_transit:batch', `in_transit:${b}`) as never }));
    return { out: mk(s.dispatch, 10, DAY_2), del: mk(s.deliver, 8, DAY_3) };
  };
  const three = async (label: string) => {
    const x = batchOf(newId(), 3); const y = batchOf(newId(), 300);
    await ground.book(x.out); await ground.book(y.out);
    await time(`${label} deliver 3`, () => ground.book(x.del));
    await time(`${label} deliver 300`, () => ground.book(y.del));
    await time(`${label} issue 1`, () => ground.book([s.lose(1, DAY_3)]));
    await time(`${label} back-dated lose`, () => ground.book([s.lose(1, DAY_2)]));
  };
  await three('small'); await three('small');
  for (let i = 0; i < 60; i++) { const b = batchOf(newId(), 2000); await time(i % 20 ? '' : 'dispatch 2000', () => ground.book(b.out)); await ground.book(b.del); }
  await three('240k'); await three('240k');
  const accounts = new LotAccountService(ground.database.reads, new LotService());
  await time('lot account', () => accounts.get(lotId, actor));
  await time('lot account asOf', () => accounts.get(lotId, actor, { asOf: DAY_2 }));
  await time('lot list', () => accounts.list({} as never, actor));
  const v = await time('verify', () => new VerifyService(ground.database.reads, []).run());
  expect(v).toMatchObject({ holds: true });
  await ground.close();
}, 600_000);
