import { newId } from '../../src/platform/ids/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { describeCampaign, describeMaterial } from '../support/campaigns.js';
import { makeTeam, type Team } from '../support/people.js';

interface Material {
  readonly id: string;
  readonly code: string;
  readonly language: string;
  readonly version: number;
}
interface Refusal {
  readonly code: string;
  readonly errors: { path: string; message: string }[];
  readonly hint?: unknown;
}

let service: TestApp;
let team: Team;

beforeAll(async () => {
  service = await startTestApp();
  team = await makeTeam(service);
});
afterAll(() => service.close());

const make = async (changes: Record<string, unknown> = {}): Promise<Material> => {
  const { status, body } = await team.administrator.api.post<Material>(
    '/materials',
    describeMaterial(changes),
  );
  expect(status).toBe(201);
  return body;
};

describe('a material', () => {
  it('is made once, with what is absent filled in, and read by everybody', async () => {
    const { code, name, kind, unit, language } = describeMaterial();
    const body = { id: newId(), code, name, kind, unit, language };
    const administrator = team.administrator.api;
    const first = await administrator.post<Material>('/materials', body);
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
    expect(first.body).toEqual({
      ...body,
      packSize: 1,
      weightGrams: 0,
      volumeCm3: 0,
      variantOf: null,
      active: true,
      version: 1,
      createdAt: expect.any(String),
      changedAt: expect.any(String),
    });
    const again = await administrator.post<Material>('/materials', body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await administrator.post<Refusal>('/materials', { ...body, name: 'Other' });
    expect([other.status, other.body.code]).toEqual([409, 'id_reused']);
    for (const role of ['administrator', 'coordinator', 'manager', 'volunteer'] as const) {
      const { api } = team[role];
      expect((await api.get(`/materials/${body.id}`)).body).toEqual(first.body);
      expect((await api.get<{ items: unknown[] }>('/materials?limit=1')).body.items).toHaveLength(
        1,
      );
    }
  });

  it('is written by administrators alone', async () => {
    const { id } = await make();
    for (const { api: client } of [team.coordinator, team.manager, team.volunteer]) {
      expect((await client.post('/materials', describeMaterial())).status).toBe(403);
      expect((await client.patch(`/materials/${id}`, { name: 'X' }, 1)).status).toBe(403);
      expect((await client.delete(`/materials/${id}`, 1)).status).toBe(403);
    }
  });

  it.each<[string, Record<string, unknown>, number, string]>([
    ['a negative weight', { weightGrams: -1 }, 400, 'weightGrams'],
    ['a weight in ten-thousandths', { weightGrams: 0.0001 }, 400, 'weightGrams'],
    ['half a pack', { packSize: 0.5 }, 400, 'packSize'],
    ['an empty pack', { packSize: 0 }, 400, 'packSize'],
    ['an unknown kind', { kind: 'balloon' }, 400, 'kind'],
    ['no name', { name: '  ' }, 400, 'name'],
    ['an unknown field', { colour: 'red' }, 400, 'colour'],
    ['a language that is none', { language: 'serbian' }, 422, 'language'],
    ['a variant of nothing known', { variantOf: newId() }, 422, 'variantOf'],
    ['a variant of no id', { variantOf: 'leaflet' }, 400, 'variantOf'],
  ])('with %s is refused', async (_, changes, status, path) => {
    const answer = await team.administrator.api.post<Refusal>(
      '/materials',
      describeMaterial(changes),
    );
    expect([answer.status, answer.body.errors.map((each) => each.path)]).toEqual([status, [path]]);
  });

  it('has variants in other languages, one deep', async () => {
    const administrator = team.administrator.api;
    const original = await make({ language: 'sr-Cyrl' });
    const hungarian = await make({ language: 'HU', variantOf: original.id });
    expect(hungarian.language).toBe('hu');
    const deeper = await administrator.post<Refusal>(
      '/materials',
      describeMaterial({ language: 'sk', variantOf: hungarian.id }),
    );
    expect([deeper.status, deeper.body.errors[0]?.message]).toEqual([
      422,
      expect.stringContaining(original.id),
    ]);
    const looped = await administrator.patch<Refusal>(
      `/materials/${original.id}`,
      { variantOf: hungarian.id },
      1,
    );
    expect([looped.status, looped.body.errors[0]?.path]).toEqual([422, 'variantOf']);
    const variants = await administrator.get<{ items: Material[] }>(
      `/materials?variantOf=${original.id}`,
    );
    expect(variants.body.items.map(({ id }) => id)).toEqual([hungarian.id]);
    expect((await administrator.delete(`/materials/${original.id}`, 1)).status).toBe(409);
    const freed = await administrator.patch<Material>(
      `/materials/${hungarian.id}`,
      { variantOf: null },
      1,
    );
    expect(freed.body).toMatchObject({ variantOf: null, version: 2 });
    expect((await administrator.delete(`/materials/${original.id}`, 1)).status).toBe(204);
    expect((await administrator.get(`/materials/${original.id}`)).status).toBe(404);
  });

  it('changes only for whoever read it, and only what is named', async () => {
    const administrator = team.administrator.api;
    const made = await make();
    const changed = await administrator.patch<Material>(
      `/materials/${made.id}`,
      { weightGrams: 5.5 },
      1,
    );
    expect(changed.body).toEqual({
      ...made,
      weightGrams: 5.5,
      version: 2,
      changedAt: expect.any(String),
    });
    expect((await administrator.patch(`/materials/${made.id}`, { name: 'X' }, 1)).status).toBe(412);
    expect((await administrator.delete(`/materials/${made.id}`)).status).toBe(428);
    const other = await make();
    const taken = await administrator.patch<Refusal>(
      `/materials/${other.id}`,
      { code: made.code.toLowerCase() },
      1,
    );
    expect([taken.status, taken.body.code]).toEqual([409, 'duplicate']);
  });

  it('of a campaign stays, is retired, and keeps its kind', async () => {
    const administrator = team.administrator.api;
    const { id } = await make();
    await administrator.post('/campaigns', describeCampaign([id]));
    const kept = await administrator.delete<Refusal>(`/materials/${id}`, 1);
    expect([kept.status, kept.body.code, kept.body.hint]).toEqual([
      409,
      'in_use',
      { active: false },
    ]);
    const turned = await administrator.patch<Refusal>(`/materials/${id}`, { kind: 'outdoor' }, 1);
    expect([turned.status, turned.body.code]).toEqual([409, 'in_use']);
    const retired = await administrator.patch(`/materials/${id}`, { active: false }, 1);
    expect([retired.status, retired.body]).toEqual([
      200,
      expect.objectContaining({ active: false }),
    ]);
    const anew = await administrator.post<Refusal>('/campaigns', describeCampaign([id]));
    expect([anew.status, anew.body.errors[0]?.path]).toEqual([422, 'materialIds[0]']);
  });

  it('is found blind to diacritics and script, in Serbian order', async () => {
    const mark = newId();
    for (const name of ['Šoljica', 'Čaša', 'Časopis']) await make({ name: `${name} ${mark}` });
    const { body } = await team.volunteer.api.get<{ items: { name: string }[] }>(
      `/materials?q=${encodeURIComponent(`часоп ${mark}`)}`,
    );
    expect(body.items.map(({ name }) => name.split(' ')[0])).toEqual(['Časopis']);
    const all = await team.volunteer.api.get<{ items: { name: string }[] }>(`/materials?q=${mark}`);
    expect(all.body.items.map(({ name }) => name.split(' ')[0])).toEqual([
      'Časopis',
      'Čaša',
      'Šoljica',
    ]);
  });
});
