import { queryOptions } from '@tanstack/react-query';
import { readAllPages } from '../api/all-pages.js';
import { api, read } from '../api/client.js';
import type { components } from '../api/schema.js';

export type FlagRule = components['schemas']['FlagRuleDto'];

/** The campaign's rules, in the order in which they were made. */
export function flagRulesQuery(campaign: string) {
  return queryOptions({
    queryKey: ['flag-rules', campaign],
    queryFn: (): Promise<FlagRule[]> =>
      readAllPages((page) =>
        read(api.GET('/api/v1/flag-rules', { params: { query: { campaign, ...page } } })),
      ),
  });
}

export function readFlagRule(id: string): Promise<FlagRule> {
  return read(api.GET('/api/v1/flag-rules/{id}', { params: { path: { id } } }));
}

type RuleChange = components['schemas']['ChangeFlagRuleDto'];

/** Refused with 412 where somebody else changed it since `version` was read. */
export function changeFlagRule(id: string, version: number, body: RuleChange): Promise<FlagRule> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return read(api.PATCH('/api/v1/flag-rules/{id}', { params, body }));
}

export async function removeFlagRule({ id, version }: FlagRule): Promise<void> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  await read(api.DELETE('/api/v1/flag-rules/{id}', { params }));
}
