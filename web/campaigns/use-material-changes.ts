import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';
import type { Material } from '../api/use-materials.js';

type NewMaterial = components['schemas']['CreateMaterialDto'];
type Change = components['schemas']['ChangeMaterialDto'];

export function createMaterial(body: NewMaterial): Promise<Material> {
  return read(api.POST('/api/v1/materials', { body }));
}

export function readMaterial(id: string): Promise<Material> {
  return read(api.GET('/api/v1/materials/{id}', { params: { path: { id } } }));
}

export function changeMaterial(id: string, version: number, body: Change): Promise<Material> {
  return read(
    api.PATCH('/api/v1/materials/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
}

export function removeMaterial({ id, version }: Material): Promise<unknown> {
  return read(
    api.DELETE('/api/v1/materials/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
    }),
  );
}
