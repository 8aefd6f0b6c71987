import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { askIn } from '../api/client.js';
import { formatOf } from '../language/format.js';
import { LanguageContext, speak } from '../language/i18n.js';
import type { Language } from '../language/language.js';
import { colorSchemeManager } from './color-scheme.js';
import { ChangeLanguageContext } from './language-choice.js';
import type { OfficeRouter } from './router.js';
import { theme } from './theme.js';

interface Props {
  readonly router: OfficeRouter;
  readonly client: QueryClient;
  /** The one to begin with. */
  readonly language: Language;
}

/** Everything that a page stands on: colours, questions, words, addresses. */
export function App({ router, client, language: first }: Props) {
  const [language, setLanguage] = useState(first);
  const speaking = useMemo(() => ({ language, format: formatOf(language) }), [language]);
  const change = useMemo(
    () => async (wanted: Language) => {
      await speak(wanted);
      askIn(wanted);
      setLanguage(wanted);
      // Names of places and the service's sentences come in the reader's language.
      await client.invalidateQueries();
    },
    [client],
  );
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      <LanguageContext value={speaking}>
        <ChangeLanguageContext value={change}>
          <QueryClientProvider client={client}>
            <ModalsProvider>
              <Notifications position="top-center" limit={4} />
              <RouterProvider router={router} />
            </ModalsProvider>
          </QueryClientProvider>
        </ChangeLanguageContext>
      </LanguageContext>
    </MantineProvider>
  );
}
