import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLES } from '../../src/access/actor.js';
import { useTranslation } from '../language/i18n.js';
import { CopyOnce } from '../parts/copy-once.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useAddress } from '../parts/use-address.js';
import { ForAdministrators } from './for-administrators.js';
import { PeopleTable } from './people-table.js';
import { PeopleTabs } from './people-tabs.js';
import { isLastAdministrator } from './person-draft.js';
import { PersonForm } from './person-form.js';
import { usePersonCommands } from './use-keep-person.js';
import { peopleQuery, type Person } from './use-people.js';

/** Who can sign in, and what they may do. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  return (
    <ForAdministrators title={t('title')}>
      <People />
    </ForAdministrators>
  );
}

function People() {
  const { t } = useTranslation(['people', 'language']);
  const people = useQuery(peopleQuery);
  const [{ role }, setAddress] = useAddress();
  const [shown, setShown] = useState<'none' | 'new' | Person>('none');
  const [given, setGiven] = useState<{ person: Person; password: string }>();
  const giveOut = (person: Person, password: string): void => setGiven({ person, password });
  const commands = usePersonCommands(giveOut);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setShown('new')}>
            {t('make')}
          </Button>
        }
      />
      <PeopleTabs />
      <Stack gap="md">
        {commands.error !== null && <ProblemNotice error={commands.error} isCommand />}
        <Loaded query={people} height={240}>
          {(all) => (
            <>
              {all.length === 1 && <Text c="dimmed">{t('onlyYou')}</Text>}
              <Select
                label={t('filterRole')}
                placeholder={t('allRoles')}
                clearable
                w={220}
                value={role ?? null}
                onChange={(value) => setAddress({ role: value ?? undefined })}
                data={ROLES.map((each) => ({ value: each, label: t(`language:role.${each}`) }))}
              />
              <PeopleTable people={all} role={role} commands={commands} onEdit={setShown} />
              {shown !== 'none' && (
                <PersonForm
                  key={shown === 'new' ? 'new' : shown.id}
                  person={shown === 'new' ? undefined : shown}
                  isLastAdministrator={shown !== 'new' && isLastAdministrator(shown, all)}
                  onClose={() => setShown('none')}
                  onMade={giveOut}
                />
              )}
            </>
          )}
        </Loaded>
      </Stack>
      {given !== undefined && <GivenPassword {...given} onClose={() => setGiven(undefined)} />}
    </>
  );
}

/** A password that is shown this once: closed only by the button that says that it was passed on. */
function GivenPassword({
  person,
  password,
  onClose,
}: {
  person: Person;
  password: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('passwordTitle', { name: person.name })}
    >
      <Stack>
        <CopyOnce title={person.email} text={t('passwordText')} secret={password} />
        <Button onClick={onClose}>{t('passwordDone')}</Button>
      </Stack>
    </Modal>
  );
}
