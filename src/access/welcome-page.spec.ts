import { writeRefusalPage, writeWelcomePage } from './welcome-page.js';

const form = { token: 'T"><script>', email: '<b>@x', name: "O'Neill & <i>" };

describe('the welcome page', () => {
  it('escapes whatever was typed', () => {
    const page = writeWelcomePage(form);
    expect(page).not.toMatch(/<script|<b>|<i>/);
    expect(page).toContain('value="O&#39;Neill &#38; &#60;i&#62;"');
  });

  it('says what was wrong beside the field, and marks it', () => {
    const message = { en: 'Too <short>.', sr: 'Prekratko.' };
    const page = writeWelcomePage(form, {
      detail: message,
      errors: [{ path: 'password', message }],
    });
    expect(page).toContain(
      'id="password-error" role="alert">Prekratko.<br><span lang="en">Too &#60;short&#62;.',
    );
    expect(page).toMatch(
      /id="password"[^>]* aria-invalid="true" aria-describedby="password-hint password-error"/,
    );
    expect(page).not.toMatch(/id="password"[^>]* value=/);
  });

  it('has a label for each field', () => {
    const page = writeWelcomePage(form);
    const ids = [...page.matchAll(/<input id="(\w+)"/g)].map((match) => match[1]!);
    expect(ids).toEqual(['name', 'email', 'password']);
    for (const id of ids) expect(page).toContain(`<label for="${id}">`);
  });

  it('refuses in a sentence', () => {
    expect(writeRefusalPage({ en: 'No.', sr: 'Ne.' })).toContain('<p role="alert">Ne.');
  });
});
