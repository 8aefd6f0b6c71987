import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isStale } from './changed-by-another.js';
import { useCommand } from './use-command.js';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

interface Options<Row extends Versioned, Content> {
  /** What is changed; undefined: one is made. */
  readonly row: Row | undefined;
  readonly make: (content: Content, id: string) => Promise<Row>;
  readonly change: (row: Row, content: Content) => Promise<Row>;
  readonly readAnew: (id: string) => Promise<Row>;
  /** Said once it is saved. */
  readonly done: (row: Row) => string;
  readonly onSaved: (row: Row) => void;
}

interface Saving<Row, Content> {
  readonly content: Content;
  readonly over: Row | undefined;
}

/**
 * Makes or changes something that has a version. Where somebody else was quicker, what they saved is read and held as `theirs`
 * until it is decided whose stays.
 */
export function useKeeping<Row extends Versioned, Content>(options: Options<Row, Content>) {
  const { make, change, readAnew } = options;
  // As it stood when the form was opened: what is read anew beneath it must not pass for seen.
  const [row] = useState(options.row);
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<Row | undefined>(undefined);
  const command = useCommand<Saving<Row, Content>, Row>({
    run: async ({ content, over }, id) => {
      if (over === undefined) return make(content, id);
      try {
        return await change(over, content);
      } catch (error) {
        if (isStale(error)) setTheirs(await readAnew(over.id));
        throw error;
      }
    },
    done: options.done,
    onDone: options.onSaved,
  });
  return {
    theirs: isStale(command.error) ? theirs : undefined,
    /** The refusal, unless it is that somebody was quicker. */
    error: isStale(command.error) && theirs !== undefined ? null : command.error,
    isPending: command.isPending,
    save: (content: Content): void => command.mutate({ content, over: row }),
    /** Mine over theirs, having seen it. */
    saveMine: (content: Content): void => command.mutate({ content, over: theirs }),
    /** Theirs stays: what is shown is read anew. */
    keepTheirs: (): void => {
      setTheirs(undefined);
      command.reset();
      void client.invalidateQueries();
    },
  };
}
