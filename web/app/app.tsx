import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { askIn } from '../api/client.js';
import { queryClient } from '../api/query-client.js';
import { chosenLanguage } from '../language/chosen-language.js';
import { createFormat } from '../language/format.js';
import { LanguageContext, speak } from '../language/i18n.js';
import type { Language } from '../language/language.js';
import { colorSchemeManager } from './color-scheme.js';
import { ChangeLanguageContext } from './language-choice.js';
import { router } from './router.js';
import { theme } from './theme.js';

/** Everything that a page stands on: colours, questions, words, addresses. */
export function App() {
  const [language, setLanguage] = useState(chosenLanguage);
  const speaking = useMemo(() => ({ language, format: createFormat(language) }), [language]);
  const change = useMemo(
    () => async (wanted: Language) => {
      await speak(wanted);
      askIn(wanted);
      setLanguage(wanted);
      // Names of places and the service's sentences come in the reader's language.
      await queryClient.invalidateQueries();
    },
    [],
  );
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      <LanguageContext value={speaking}>
        <ChangeLanguageContext value={change}>
          <QueryClientProvider client={queryClient}>
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
