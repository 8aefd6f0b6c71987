import { Alert, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLES } from '../../src/access/actor.js';
import { Refusal } from '../api/refusal.js';
import { campaignsQuery } from '../api/campaigns-query.js';
import { districtsQuery } from '../api/use-register.js';
import { useTranslation } from '../language/i18n.js';
import { ChangedByAnother } from '../parts/changed-by-another.js';
import { listChanged } from '../parts/changes.js';
import { ManyChoice } from '../parts/many-choice.js';
import { SideForm } from '../parts/side-form.js';
import { isNamed, type PersonContent, readPerson, type Role, startPerson } from './person-draft.js';
import { makePassword, useKeepPerson } from './use-keep-person.js';
import type { Person } from './use-people.js';

interface Props {
  /** Absent: a new one. */
  readonly person: Person | undefined;
  readonly isLastAdministrator: boolean;
  readonly onClose: () => void;
  /** A new one has a password that is to be passed on. */
  readonly onMade: (person: Person, password: string) => void;
}

/** Who somebody is and what they may do. */
export function PersonForm({ person, isLastAdministrator, onClose, onMade }: Props) {
  const { t } = useTranslation(['people', 'parts']);
  const [draft, setDraft] = useState(() => startPerson(person));
  const [password] = useState(makePassword);
  const keeping = useKeepPerson(person, password, (saved) => {
    onClose();
    if (person === undefined) onMade(saved, password);
  });
  const change = (changes: Partial<PersonContent>): void =>
    setDraft((former) => ({ ...former, ...changes }));
  const errors = keeping.error instanceof Refusal ? keeping.error.fieldErrors : {};
  const write = useWriteField();
  const { theirs } = keeping;
  const [now, mine] = [theirs && readPerson(startPerson(theirs)), readPerson(draft)];
  return (
    <>
      <SideForm
        title={person === undefined ? t('making') : t('changing', { name: person.name })}
        isOpen
        onClose={onClose}
        onSubmit={() => isNamed(draft) && keeping.save(mine)}
        submit={person === undefined ? t('make') : t('parts:save')}
        isPending={keeping.isPending}
        isDisabled={!isNamed(draft)}
        error={keeping.error}
      >
        <TextInput
          required
          data-autofocus
          label={t('name')}
          value={draft.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={errors['name']}
        />
        <TextInput
          required
          type="email"
          autoComplete="off"
          label={t('email')}
          description={t('emailHint')}
          value={draft.email}
          onChange={({ currentTarget }) => change({ email: currentTarget.value })}
          error={errors['email']}
        />
        <RoleField
          value={draft.role}
          onChange={(role) => change({ role })}
          isFixed={isLastAdministrator}
        />
        {draft.role !== 'administrator' && (
          <Limits draft={draft} onChange={change} errors={errors} />
        )}
        {person === undefined && (
          <Text size="sm" c="dimmed">
            {t('passwordGenerated')}
          </Text>
        )}
      </SideForm>
      <ChangedByAnother
        isOpen={now !== undefined}
        differences={
          now === undefined
            ? []
            : listChanged(now, mine).map((field) => ({
                field: t(LABELS[field]),
                theirs: write(now, field),
                mine: write(mine, field),
              }))
        }
        onKeepTheirs={() => {
          keeping.keepTheirs();
          onClose();
        }}
        onSaveMine={() => keeping.saveMine(mine)}
      />
    </>
  );
}

function RoleField({
  value,
  onChange,
  isFixed,
}: {
  value: Role;
  onChange: (role: Role) => void;
  isFixed: boolean;
}) {
  const { t } = useTranslation(['people', 'language']);
  return (
    <Stack gap="xs">
      <Radio.Group label={t('role')} value={value} onChange={onChange}>
        <Stack gap="xs" mt="xs">
          {ROLES.map((role) => (
            <Radio
              key={role}
              value={role}
              disabled={isFixed && role !== value}
              label={t(`language:role.${role}`)}
              description={t(`roleHint.${role}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {isFixed && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
          {t('lastAdministrator')}
        </Alert>
      )}
    </Stack>
  );
}

function Limits({
  draft,
  onChange,
  errors,
}: {
  draft: PersonContent;
  onChange: (changes: Partial<PersonContent>) => void;
  errors: Record<string, string>;
}) {
  const { t } = useTranslation('people');
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const { data: districts = [] } = useQuery(districtsQuery);
  return (
    <>
      {campaigns.length > 0 && (
        <ManyChoice
          label={t('campaigns')}
          description={t('everythingHint')}
          placeholder={(draft.campaignIds ?? []).length === 0 ? t('allCampaigns') : ''}
          value={draft.campaignIds ?? []}
          onChange={(campaignIds) => onChange({ campaignIds })}
          options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors['campaignIds']}
        />
      )}
      {draft.role === 'coordinator' && (
        <ManyChoice
          label={t('districts')}
          description={t('everythingHint')}
          placeholder={(draft.districtCodes ?? []).length === 0 ? t('allDistricts') : ''}
          value={draft.districtCodes ?? []}
          onChange={(districtCodes) => onChange({ districtCodes })}
          options={districts.map(({ code, name }) => ({ value: code, label: name, also: code }))}
          error={errors['districtCodes']}
        />
      )}
    </>
  );
}

const LABELS = {
  name: 'name',
  email: 'email',
  role: 'role',
  campaignIds: 'campaigns',
  districtCodes: 'districts',
} as const satisfies Readonly<Record<keyof PersonContent, string>>;

function useWriteField(): (content: PersonContent, field: keyof PersonContent) => string {
  const { t } = useTranslation(['people', 'language']);
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const { data: districts = [] } = useQuery(districtsQuery);
  const nameOf = new Map([
    ...campaigns.map(({ id, name }) => [id, name] as const),
    ...districts.map(({ code, name }) => [code, name] as const),
  ]);
  return (content, field) => {
    if (field === 'role') return t(`language:role.${content.role}`);
    const value = content[field];
    if (value === null) return t('everything');
    return typeof value === 'string'
      ? value
      : value.map((each) => nameOf.get(each) ?? each).join(', ');
  };
}
