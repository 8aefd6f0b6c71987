import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal } from '../api/refusal.js';
import { isStale } from '../parts/changed-by-another.js';
import { useCommand } from '../parts/use-command.js';

interface Options<Read extends { readonly version: number }, Change> {
  /** Of what is changed, as it is read now; 0: there is nothing yet. */
  readonly version: number;
  readonly save: (change: Change, version: number) => Promise<unknown>;
  readonly readAnew: () => Promise<Read>;
  /** Said once it is saved. */
  readonly done: string;
  /** Once it is saved, or somebody else's stays. */
  readonly onEnd: () => void;
}

/**
 * Saves a change of something that was read in some version. Where somebody else was quicker, what they saved is read and held
 * as `overtaken`, until it is decided whose stays.
 */
export function useSaving<Read extends { readonly version: number }, Change>({
  version,
  save,
  readAnew,
  done,
  onEnd,
}: Options<Read, Change>) {
  const client = useQueryClient();
  // As it stood when the form was opened: what is read anew beneath it must not pass for seen.
  const [begunWith] = useState(version);
  const [overtaken, setOvertaken] = useState<{ readonly theirs: Read; readonly mine: Change }>();
  const command = useCommand<{ change: Change; version: number }>({
    run: ({ change, version }) => save(change, version),
    done: () => done,
    onDone: () => {
      setOvertaken(undefined);
      onEnd();
    },
  });
  const readTheirs = async (mine: Change): Promise<void> => {
    try {
      setOvertaken({ theirs: await readAnew(), mine });
    } catch {
      // Where it is gone altogether, the refusal itself is shown.
    }
  };
  const send = (change: Change, version: number): void =>
    command.mutate(
      { change, version },
      {
        onError: (error) => {
          if (isOvertaken(error)) void readTheirs(change);
        },
      },
    );
  return {
    save: (change: Change): void => send(change, begunWith),
    isPending: command.isPending,
    error: overtaken === undefined ? command.error : null,
    overtaken,
    keepTheirs: () => {
      setOvertaken(undefined);
      command.reset();
      onEnd();
      void client.invalidateQueries();
    },
    saveMine: () => {
      if (overtaken !== undefined) send(overtaken.mine, overtaken.theirs.version);
    },
  };
}

/** Somebody changed it (412), or made what was not there when it was read (428). */
function isOvertaken(error: unknown): boolean {
  return isStale(error) || (error instanceof Refusal && error.status === 428);
}
