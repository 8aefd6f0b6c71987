/** What a person does with flags, one or several, and what they say with it. */
export const FORMS = ['acknowledge', 'assign', 'resolve'] as const;
export type FlagForm = (typeof FORMS)[number];

export type FlagCommand =
  | { readonly kind: 'acknowledge'; readonly note: string; readonly until?: string }
  | { readonly kind: 'assign'; readonly userId: string }
  | { readonly kind: 'resolve'; readonly reason: string }
  | { readonly kind: 'reopen' };

export interface FlagDraft {
  readonly text: string;
  /** A day, or empty. */
  readonly until: string;
  readonly userId: string | null;
}

export const EMPTY_DRAFT: FlagDraft = { text: '', until: '', userId: null };

/** The command that the form makes; undefined while something that it needs is missing. */
export function readCommand(form: FlagForm, draft: FlagDraft): FlagCommand | undefined {
  const text = draft.text.trim();
  if (form === 'assign')
    return draft.userId === null ? undefined : { kind: form, userId: draft.userId };
  if (text === '') return undefined;
  if (form === 'resolve') return { kind: form, reason: text };
  return { kind: form, note: text, ...(draft.until === '' ? {} : { until: draft.until }) };
}
