import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { newId } from '../api/new-id.js';
import { NoAnswer } from '../api/refusal.js';

interface Options<Input, Output> {
  /** Does it. `commandId` stays the same while no answer comes, so that trying again never books twice. */
  readonly run: (input: Input, commandId: string) => Promise<Output>;
  /** Said once it is done. */
  readonly done?: (output: Output, input: Input) => string;
  /** What to read anew; absent: everything that is shown. */
  readonly changes?: readonly string[];
  readonly onDone?: (output: Output, input: Input) => void;
}

/**
 * A command of the reader's: its progress (`isPending`), its refusal (`error`, shown by `ProblemNotice isCommand`), and after
 * it what is shown is read anew.
 */
export function useCommand<Input = void, Output = unknown>(options: Options<Input, Output>) {
  const client = useQueryClient();
  const [commandId, setCommandId] = useState(newId);
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => options.run(input, commandId),
    onSuccess: async (output, input) => {
      setCommandId(newId());
      if (options.done !== undefined)
        notifications.show({
          message: options.done(output, input),
          color: 'reach',
          closeButtonProps: { 'aria-label': i18next.t('parts:close') },
        });
      options.onDone?.(output, input);
      await client.invalidateQueries(
        options.changes === undefined
          ? undefined
          : { predicate: ({ queryKey }) => options.changes!.includes(String(queryKey[0])) },
      );
    },
    // What was refused leaves its id free, but other content may follow; what got no answer is sent again under the same.
    onError: (error) => {
      if (!(error instanceof NoAnswer)) setCommandId(newId());
    },
  });
}
