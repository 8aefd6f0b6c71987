import { Button, Group, Menu, Paper, Text } from '@mantine/core';
import { IconTruck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../language/i18n.js';
import { FORMS, type FlagForm as Form } from './flag-command.js';
import { FlagForm } from './flag-form.js';
import { listBatches, offerBatch } from './next-doing.js';
import { useCounted } from '../parts/use-counted.js';
import type { Flag } from './use-flags.js';
import { useReopen } from './use-reopen.js';
import classes from './flags.module.css';

interface Props {
  readonly chosen: readonly Flag[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** What can be done with all that is selected; it stays in sight while the list scrolls. */
export function SelectionBar({ chosen, onSelect }: Props) {
  const { t } = useTranslation(['flags', 'parts']);
  const say = useCounted();
  const [open, setOpen] = useState<{ form: Form; flags: readonly Flag[] }>();
  const { reopen, isPending } = useReopen();
  const steps = FORMS.filter((form) => chosen.some(({ allowed }) => allowed.includes(form)));
  const reopenable = chosen.filter(({ allowed }) => allowed.includes('reopen'));
  const keep = (left: readonly Flag[]): void => onSelect(new Set(left.map(({ id }) => id)));
  return (
    <>
      {chosen.length > 0 && (
        <Paper
          withBorder
          shadow="sm"
          p="xs"
          radius="md"
          className={classes.selection}
          role="region"
          aria-label={t('selectionLabel')}
        >
          <Group gap="xs">
            <Text size="sm" fw={600} mr="xs" aria-live="polite">
              {t('parts:selected', say(chosen.length))}
            </Text>
            {steps.map((form) => (
              <Button key={form} variant="default" onClick={() => setOpen({ form, flags: chosen })}>
                {t(form)}
              </Button>
            ))}
            {reopenable.length > 0 && (
              <Button
                variant="default"
                loading={isPending}
                onClick={() => void reopen(reopenable).then(() => onSelect(new Set()))}
              >
                {t('reopen')}
              </Button>
            )}
            <BatchButtons chosen={chosen} />
            <Button variant="subtle" onClick={() => onSelect(new Set())}>
              {t('parts:clear')}
            </Button>
          </Group>
        </Paper>
      )}
      {open !== undefined && (
        <FlagForm
          form={open.form}
          flags={open.flags}
          onClose={() => setOpen(undefined)}
          onTried={keep}
        />
      )}
    </>
  );
}

/** From a selection to a batch: a new one to its places, or those in which its consignments travel. */
function BatchButtons({ chosen }: { chosen: readonly Flag[] }) {
  const { t } = useTranslation('flags');
  const say = useCounted();
  const offer = offerBatch(chosen);
  const batches = listBatches(chosen);
  const [only] = batches;
  return (
    <>
      {offer !== undefined && (
        <Button
          component={Link}
          to="/batches/new"
          search={offer.search as never}
          leftSection={<IconTruck size={16} aria-hidden />}
        >
          {t('makeBatch', say(offer.municipalityCodes.length))}
        </Button>
      )}
      {batches.length === 1 && (
        <Button
          component={Link}
          to="/batches/$id"
          params={{ id: only!.batchId } as never}
          variant="light"
        >
          {t('openBatch')}
        </Button>
      )}
      {batches.length > 1 && (
        <Menu>
          <Menu.Target>
            <Button variant="light">{t('openBatches', say(batches.length))}</Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            {batches.map(({ batchId, flags }) => (
              <Menu.Item
                key={batchId}
                component={Link}
                to="/batches/$id"
                params={{ id: batchId } as never}
              >
                {t('batchOf', say(flags))}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
