import { api, read } from '../api/client.js';
import { useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { takeChanges } from '../parts/changes.js';
import { offerUndo } from '../parts/undo-notice.js';
import { useCommand } from '../parts/use-command.js';
import { useKeeping } from '../parts/use-keeping.js';
import { PASSWORD_BYTES, writePassword } from './password.js';
import { type PersonContent, readPerson, startPerson } from './person-draft.js';
import type { Person } from './use-people.js';

export function makePassword(): string {
  return writePassword(crypto.getRandomValues(new Uint8Array(PASSWORD_BYTES)));
}

/** Makes a person with the password given, or changes one. */
export function useKeepPerson(
  person: Person | undefined,
  password: string,
  onSaved: (person: Person) => void,
) {
  const { t } = useTranslation('people');
  return useKeeping<Person, PersonContent>({
    row: person,
    make: (content, id) => read(api.POST('/api/v1/users', { body: { id, ...content, password } })),
    change: (row, content) => patch(row, takeChanges(readPerson(startPerson(row)), content)),
    readAnew: (id) => read(api.GET('/api/v1/users/{id}', { params: { path: { id } } })),
    done: ({ name }) => t('saved', { name }),
    onSaved,
  });
}

/** What is done to an account from the list; `error` is why the last of it was refused. */
export function usePersonCommands(onPassword: (person: Person, password: string) => void) {
  const { t } = useTranslation('people');
  const switching = useCommand<{ person: Person; active: boolean }, Person>({
    run: ({ person, active }) => patch(person, { active }),
    onDone: (changed, { active }) =>
      offerUndo(t(active ? 'switchedOn' : 'switchedOff', { name: changed.name }), () =>
        switching.mutate({ person: changed, active: !active }),
      ),
  });
  const resetting = useCommand<{ person: Person; password: string }, Person>({
    run: ({ person, password }) => patch(person, { password }),
    onDone: (person, { password }) => onPassword(person, password),
  });
  const removing = useCommand<Person>({
    run: ({ id, version }) =>
      read(
        api.DELETE('/api/v1/users/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    done: (_answer, { name }) => t('removedPerson', { name }),
  });
  return {
    error: switching.error ?? resetting.error ?? removing.error,
    switchOn: (person: Person): void => switching.mutate({ person, active: true }),
    switchOff: (person: Person): void =>
      askFirst({
        title: t('switchOffTitle', { name: person.name }),
        text: t('switchOffText', { name: person.name }),
        confirm: t('switchOff'),
        onConfirm: () => switching.mutate({ person, active: false }),
      }),
    resetPassword: (person: Person): void =>
      askFirst({
        title: t('resetTitle', { name: person.name }),
        text: t('resetText', { name: person.name }),
        confirm: t('resetConfirm'),
        onConfirm: () => resetting.mutate({ person, password: makePassword() }),
      }),
    remove: (person: Person): void =>
      askFirst({
        title: t('removeTitle', { name: person.name }),
        text: t('removeText'),
        confirm: t('removeConfirm'),
        onConfirm: () => removing.mutate(person),
      }),
  };
}

function patch(
  { id, version }: Person,
  body: Partial<PersonContent> & { active?: boolean; password?: string },
): Promise<Person> {
  return read(
    api.PATCH('/api/v1/users/{id}', {
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body,
    }),
  );
}
