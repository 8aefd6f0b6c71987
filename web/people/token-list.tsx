import { Button, Group, Paper, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { endOfDay } from '../../src/time.js';
import { Refusal } from '../api/refusal.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { askFirst } from '../parts/ask-first.js';
import { CopyOnce } from '../parts/copy-once.js';
import { Loaded } from '../parts/loaded.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SideForm } from '../parts/side-form.js';
import { type Token, tokensQuery, useMakeToken, useRevokeToken } from './use-account.js';

/** Passwords for programs: made, shown once, revoked. */
export function TokenList() {
  const { t } = useTranslation('people');
  const tokens = useQuery(tokensQuery);
  const revoke = useRevokeToken();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<{ name: string; token: string }>();
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={640}>
        {t('account.tokensText')}
      </Text>
      {made !== undefined && (
        <CopyOnce
          title={t('account.tokenOnce', { name: made.name })}
          text={t('account.tokenOnceText')}
          secret={made.token}
        />
      )}
      {revoke.error !== null && <ProblemNotice error={revoke.error} isCommand />}
      <Loaded query={tokens} height={80}>
        {(items) =>
          items.length === 0 ? (
            <Text>{t('account.noTokens')}</Text>
          ) : (
            <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
              {items.map((token) => (
                <TokenRow
                  key={token.id}
                  token={token}
                  onRevoke={() => {
                    setMade(undefined);
                    revoke.mutate(token);
                  }}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Group>
        <Button variant="default" onClick={() => setMaking(true)}>
          {t('account.makeToken')}
        </Button>
      </Group>
      {isMaking && (
        <TokenForm
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false);
            setMade(token);
          }}
        />
      )}
    </Stack>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { name, scopes, createdAt, lastUsedAt, expiresAt } = token;
  const isExpired = expiresAt !== null && expiresAt <= new Date().toISOString();
  const scope = scopes.length === 2 ? 'both' : scopes[0]!;
  return (
    <Paper withBorder p="sm" radius="md" component="li">
      <Group justify="space-between" gap="sm">
        <Stack gap={2} style={{ flex: '1 1 14rem' }}>
          <Text fw={600} size="sm">
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {[
              t(`account.scope_${scope}`),
              t('account.madeOn', { date: format.date(createdAt) }),
              expiryOf(),
            ].join(' · ')}
          </Text>
          <Text size="xs" c="dimmed">
            {lastUsedAt === null
              ? t('account.neverUsed')
              : t('account.lastUsed', { at: format.dateTime(lastUsedAt) })}
          </Text>
        </Stack>
        <Button
          variant="light"
          color="red"
          aria-label={t('account.revokeNamed', { name })}
          onClick={() =>
            askFirst({
              title: t('account.revokeTitle', { name }),
              text: t('account.revokeText'),
              confirm: t('account.revoke'),
              onConfirm: onRevoke,
            })
          }
        >
          {t('account.revoke')}
        </Button>
      </Group>
    </Paper>
  );

  function expiryOf(): string {
    if (expiresAt === null) return t('account.noEnd');
    return isExpired
      ? t('account.expired', { date: format.date(expiresAt) })
      : t('account.validUntil', { date: format.date(expiresAt) });
  }
}

type Scope = 'read' | 'write' | 'both';

function TokenForm({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (token: { name: string; token: string }) => void;
}) {
  const { t } = useTranslation('people');
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('read');
  const [lastDay, setLastDay] = useState('');
  const make = useMakeToken((made) => {
    // A repeated request shows no secret: then there is nothing to copy, and the list says that it is there.
    if (made.token === undefined) onClose();
    else onMade({ name: made.name, token: made.token });
  });
  const errors = make.error instanceof Refusal ? make.error.fieldErrors : {};
  return (
    <SideForm
      title={t('account.makeToken')}
      isOpen
      onClose={onClose}
      onSubmit={() =>
        make.mutate({
          name: name.trim(),
          scopes: scope === 'both' ? ['read', 'write'] : [scope],
          expiresAt: lastDay === '' ? undefined : endOfDay(lastDay),
        })
      }
      submit={t('account.makeToken')}
      isPending={make.isPending}
      isDisabled={name.trim() === ''}
      error={make.error}
    >
      <TextInput
        required
        data-autofocus
        label={t('account.tokenName')}
        placeholder={t('account.tokenNameExample')}
        maxLength={100}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={errors['name']}
      />
      <Select
        label={t('account.tokenScope')}
        allowDeselect={false}
        value={scope}
        onChange={(value) => setScope(value as Scope)}
        data={(['read', 'both'] as const).map((value) => ({
          value,
          label: t(`account.scope_${value}`),
        }))}
      />
      <TextInput
        type="date"
        label={t('account.expires')}
        description={t('account.expiresHint')}
        value={lastDay}
        onChange={({ currentTarget }) => setLastDay(currentTarget.value)}
        error={errors['expiresAt']}
      />
    </SideForm>
  );
}
