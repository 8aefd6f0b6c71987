import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type Job = components['schemas']['JobDto'];
export type JobRun = components['schemas']['JobRunDto'];

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async (): Promise<Job[]> => (await read(api.GET('/api/v1/jobs'))).items,
});

/** The latest runs of a job, and how many there are. */
export function jobRunsQuery(name: string, limit: number) {
  return queryOptions({
    queryKey: ['jobs', 'runs', name, limit],
    queryFn: async (): Promise<{ items: JobRun[]; total: number }> =>
      read(api.GET('/api/v1/jobs/{name}/runs', { params: { path: { name }, query: { limit } } })),
    placeholderData: keepPreviousData,
  });
}

/** Runs it now; answers when it is done. */
export function runJob(name: string, id: string, asOf: string | undefined): Promise<JobRun> {
  const body = { id, ...(asOf === undefined ? {} : { asOf }) };
  return read(api.POST('/api/v1/jobs/{name}/run', { params: { path: { name } }, body }));
}
