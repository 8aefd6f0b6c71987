/**
 * The page behind the link that start prints: one plain form, in Serbian and English, that works without scripts. The
 * rule: whatever is shown of what somebody typed is escaped, and a password is never shown again.
 */
import type { FieldError, Text } from '../problem.js';
import {
  EMAIL_MAX_LENGTH,
  NAME_MAX_LENGTH,
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
} from './credentials.js';

export interface WelcomeForm {
  readonly token: string;
  readonly email: string;
  readonly name: string;
}

const STYLE = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 26rem; margin: 8vh auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; margin-bottom: 0; }
  label { display: block; margin-top: 1rem; font-weight: 600; }
  small { display: block; font-weight: 400; }
  input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; border: 1px solid GrayText; border-radius: .25rem; }
  input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  button { margin-top: 1.5rem; width: 100%; padding: .6rem; font: inherit; font-weight: 600; }
  [role=alert] { border-left: 4px solid #b3261e; padding: .25rem .75rem; }`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function writePage(title: string, body: string): string {
  return `<!doctype html>
<html lang="sr-Latn">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function writeBoth(text: Text): string {
  return `${escapeHtml(text.sr)}<br><span lang="en">${escapeHtml(text.en)}</span>`;
}

interface Field {
  readonly name: 'email' | 'name' | 'password';
  readonly label: Text;
  readonly hint?: Text;
  readonly attributes: string;
}

const FIELDS: readonly Field[] = [
  {
    name: 'name',
    label: { sr: 'Ime i prezime', en: 'Name' },
    attributes: `autocomplete="name" maxlength="${NAME_MAX_LENGTH}"`,
  },
  {
    name: 'email',
    label: { sr: 'E-pošta', en: 'E-mail' },
    attributes: `type="email" autocomplete="username" maxlength="${EMAIL_MAX_LENGTH}"`,
  },
  {
    name: 'password',
    label: { sr: 'Lozinka', en: 'Password' },
    hint: {
      sr: `Najmanje ${PASSWORD_MIN_LENGTH} znakova; nekoliko reči je lakše zapamtiti.`,
      en: `At least ${PASSWORD_MIN_LENGTH} characters; a few words are easier to remember.`,
    },
    attributes: `type="password" autocomplete="new-password" minlength="${PASSWORD_MIN_LENGTH}" maxlength="${PASSWORD_MAX_LENGTH}"`,
  },
];

function writeField(field: Field, form: WelcomeForm, errors: readonly FieldError[]): string {
  const own = errors.find((error) => error.path === field.name);
  const notes = [
    ...(field.hint === undefined
      ? []
      : [`<small id="${field.name}-hint">${writeBoth(field.hint)}</small>`]),
    ...(own === undefined
      ? []
      : [`<small id="${field.name}-error" role="alert">${writeBoth(own.message)}</small>`]),
  ];
  const described = [
    ...(field.hint === undefined ? [] : [`${field.name}-hint`]),
    ...(own === undefined ? [] : [`${field.name}-error`]),
  ];
  const value = field.name === 'password' ? '' : ` value="${escapeHtml(form[field.name])}"`;
  const state = own === undefined ? '' : ' aria-invalid="true"';
  const describedBy = described.length === 0 ? '' : ` aria-describedby="${described.join(' ')}"`;
  return `<label for="${field.name}">${escapeHtml(field.label.sr)} · <span lang="en">${escapeHtml(field.label.en)}</span></label>
<input id="${field.name}" name="${field.name}" required ${field.attributes}${value}${state}${describedBy}>
${notes.join('\n')}`;
}

/** The form; after a refusal with what was wrong, beside the field where it belongs to one. */
export function writeWelcomePage(
  form: WelcomeForm,
  refusal?: { detail: Text; errors: readonly FieldError[] },
): string {
  const errors = refusal?.errors ?? [];
  const general =
    refusal !== undefined && errors.length === 0
      ? `<p role="alert">${writeBoth(refusal.detail)}</p>`
      : '';
  return writePage(
    'Domet',
    `<h1>Dobro došli u Domet</h1>
<p lang="en">Welcome to Domet</p>
<p>${writeBoth({
      sr: 'Ovde nastaje prvi administrator, koji zatim poziva ostale.',
      en: 'This makes the first administrator, who then lets others in.',
    })}</p>
${general}
<form method="post" action="/welcome">
<input type="hidden" name="token" value="${escapeHtml(form.token)}">
${FIELDS.map((field) => writeField(field, form, errors)).join('\n')}
<button type="submit">Napravi nalog · <span lang="en">Create the account</span></button>
</form>`,
  );
}

/** Where there is nothing to fill in: the link is not, or no longer, good. */
export function writeRefusalPage(detail: Text): string {
  return writePage(
    'Domet',
    `<h1>Domet</h1>
<p role="alert">${writeBoth(detail)}</p>
<p><a href="/">Domet</a></p>`,
  );
}
