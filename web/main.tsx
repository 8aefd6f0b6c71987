import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askIn } from './api/client.js';
import { App } from './app/app.js';
import { readAhead } from './app/read-ahead.js';
import { chosenLanguage, startSpeaking } from './language/i18n.js';

const language = chosenLanguage();
askIn(language);
readAhead(window.location);
await startSpeaking(language);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
