// In a layer: a page's own rules win, in whatever order the files come.
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chosenLanguage } from '../language/chosen-language.js';
import { learnTheRest, startSpeaking } from '../language/i18n.js';
import { App } from './app.js';

await startSpeaking(chosenLanguage());
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
requestIdleCallback(() => void learnTheRest());
