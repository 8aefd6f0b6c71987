import { EMPTY_DRAFT, FORMS, readCommand } from './flag-command.js';

describe('what a form makes of what was filled in', () => {
  it.each(FORMS)('is nothing while it is empty: %s', (form) => {
    expect(readCommand(form, EMPTY_DRAFT)).toBeUndefined();
    expect(readCommand(form, { ...EMPTY_DRAFT, text: '  ' })).toBeUndefined();
  });

  it('is an acknowledgement, with or without its end', () => {
    const draft = { ...EMPTY_DRAFT, text: ' Kurir stiže. ' };
    expect(readCommand('acknowledge', draft)).toEqual({
      kind: 'acknowledge',
      note: 'Kurir stiže.',
    });
    expect(readCommand('acknowledge', { ...draft, until: '2026-04-10' })).toEqual({
      kind: 'acknowledge',
      note: 'Kurir stiže.',
      until: '2026-04-10',
    });
  });

  it('is an assignment or a resolution', () => {
    expect(readCommand('assign', { ...EMPTY_DRAFT, userId: 'x' })).toEqual({
      kind: 'assign',
      userId: 'x',
    });
    expect(readCommand('resolve', { ...EMPTY_DRAFT, text: 'Stiglo je.' })).toEqual({
      kind: 'resolve',
      reason: 'Stiglo je.',
    });
  });
});
