import { Anchor, Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMaterialNames } from '../api/use-materials.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useMayWrite } from '../api/use-session.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { PageHeader } from '../parts/page-header.js';
import { StateBadge } from '../parts/state-badge.js';
import { FORMS, type FlagForm as Form } from './flag-command.js';
import { FlagCause, FlagFigures, FlagSubject } from './flag-facts.js';
import { FlagForm } from './flag-form.js';
import { FlagHistory } from './flag-history.js';
import { FlagNext } from './flag-next.js';
import { flagQuery, type FlagWithHistory } from './use-flags.js';
import { useReopen } from './use-reopen.js';

/** One flag: what was found and why, what became of it, what may be done. */
export function FlagPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const flag = useQuery(flagQuery(id));
  return (
    <Loaded query={flag} height={420}>
      {(found) => <OneFlag flag={found} />}
    </Loaded>
  );
}

function OneFlag({ flag }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const title = useTitle(flag);
  return (
    <>
      <PageHeader
        title={title}
        crumbs={
          <Anchor component={Link} to="/flags" size="sm">
            {t('title')}
          </Anchor>
        }
        badge={
          <Group gap={6}>
            <StateBadge of="flagState" state={flag.state} />
            <StateBadge of="severity" state={flag.severity} />
          </Group>
        }
        lead={
          <Text c="var(--mantine-color-text)" size="lg">
            {flag.message}
          </Text>
        }
        actions={<Commands flag={flag} />}
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <FlagNext flag={flag} />
            <FlagFigures flag={flag} />
            <FlagSubject flag={flag} />
            <FlagCause flag={flag} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Paper withBorder p="md" radius="md">
            <Title order={2} size="h5" mb="md">
              {t('history')}
            </Title>
            <FlagHistory steps={flag.history} />
          </Paper>
        </Grid.Col>
      </Grid>
    </>
  );
}

function useTitle(flag: FlagWithHistory): string {
  const { t } = useTranslation(['flags', 'language']);
  const municipalityName = useMunicipalityNames();
  const warehouseName = useWarehouseNames();
  const materialName = useMaterialNames();
  const kind = t(`language:flagKind.${flag.rule}`);
  const { warehouseId, municipalityCode, materialId } = flag;
  if (warehouseId !== null) return t('pageTitle', { kind, subject: warehouseName(warehouseId) });
  if (municipalityCode !== null)
    return t('pageTitle', { kind, subject: municipalityName(municipalityCode) });
  return materialId === null ? kind : t('pageTitle', { kind, subject: materialName(materialId) });
}

/** What the flag's state allows; nothing for those who only read. */
function Commands({ flag }: { flag: FlagWithHistory }) {
  const { t } = useTranslation('flags');
  const mayWrite = useMayWrite();
  const [form, setForm] = useState<Form>();
  const { reopen, isPending } = useReopen();
  if (!mayWrite) return null;
  const { allowed } = flag;
  return (
    <>
      {FORMS.filter((each) => allowed.includes(each)).map((each) => (
        <Button
          key={each}
          variant={each === 'acknowledge' ? 'light' : 'default'}
          onClick={() => setForm(each)}
        >
          {t(each)}
        </Button>
      ))}
      {allowed.includes('reopen') && (
        <Button variant="light" loading={isPending} onClick={() => void reopen([flag])}>
          {t('reopen')}
        </Button>
      )}
      {form !== undefined && (
        <FlagForm form={form} flags={[flag]} onClose={() => setForm(undefined)} />
      )}
    </>
  );
}
