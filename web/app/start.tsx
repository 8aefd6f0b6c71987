// In a layer: a page's own rules win, in whatever order the files come.
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chosenLanguage } from '../language/chosen-language.js';
import { learnTheRest, startSpeaking } from '../language/i18n.js';
import { App } from './app.js';

/** Once the first page is drawn. A page that is opened before asks for itself, and says what went wrong. */
const REST_AFTER_MS = 1_500;

await startSpeaking(chosenLanguage());
// The entry does not wait for the rest of the document, which is short and nearly always there.
if (document.readyState === 'loading')
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
setTimeout(() => void learnTheRest().catch(() => undefined), REST_AFTER_MS);
