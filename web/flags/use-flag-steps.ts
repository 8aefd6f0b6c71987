import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { NoAnswer } from '../api/refusal.js';
import type { FlagCommand } from './flag-command.js';
import { takeSteps, type StepResults } from './take-steps.js';
import type { Flag, FlagWithHistory } from './use-flags.js';

export type FlagResults = StepResults<Flag, FlagWithHistory>;

/**
 * One command for each of several flags: how many were answered, what became of each. A flag whose command got no answer is
 * asked again under the same id, so that nothing is done twice.
 */
export function useFlagSteps() {
  const client = useQueryClient();
  const commandIds = useRef(new Map<string, string>());
  const stopping = useRef<AbortController>(undefined);
  const [answered, setAnswered] = useState<number>();
  const run = async (flags: readonly Flag[], command: FlagCommand): Promise<FlagResults> => {
    stopping.current = new AbortController();
    setAnswered(0);
    const results = await takeSteps(flags, {
      signal: stopping.current.signal,
      onProgress: setAnswered,
      take: (flag) => takeOnce(commandIds.current, flag, command),
    });
    setAnswered(undefined);
    await client.invalidateQueries();
    return results;
  };
  return {
    run,
    /** Undefined while nothing is under way. */
    answered,
    stop: () => stopping.current?.abort(),
  };
}

async function takeOnce(
  commandIds: Map<string, string>,
  flag: Flag,
  command: FlagCommand,
): Promise<FlagWithHistory> {
  const key = `${flag.id} ${JSON.stringify(command)}`;
  const commandId = commandIds.get(key) ?? newId();
  commandIds.set(key, commandId);
  try {
    const done = await send(flag.id, commandId, command);
    commandIds.delete(key);
    return done;
  } catch (error) {
    if (!(error instanceof NoAnswer)) commandIds.delete(key);
    throw error;
  }
}

function send(id: string, commandId: string, command: FlagCommand): Promise<FlagWithHistory> {
  const params = { path: { id } };
  if (command.kind === 'acknowledge') {
    const { note, until } = command;
    const body = { commandId, note, ...(until === undefined ? {} : { until }) };
    return read(api.POST('/api/v1/flags/{id}/acknowledge', { params, body }));
  }
  if (command.kind === 'assign') {
    const body = { commandId, userId: command.userId };
    return read(api.POST('/api/v1/flags/{id}/assign', { params, body }));
  }
  if (command.kind === 'resolve') {
    const body = { commandId, reason: command.reason };
    return read(api.POST('/api/v1/flags/{id}/resolve', { params, body }));
  }
  return read(api.POST('/api/v1/flags/{id}/reopen', { params, body: { commandId } }));
}
