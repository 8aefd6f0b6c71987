import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconListCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { LineWish } from '../../src/distribution/fill.js';
import { useTranslation } from '../language/i18n.js';
import { offerUndo } from '../parts/undo-notice.js';
import { RuleForm } from './rule-form.js';
import { AddStopForm, ChangeStopsForm } from './stop-form.js';
import { addStops, removeStops, setLines, type Stop } from './stops.js';
import { StopsTable } from './stops-table.js';

interface Props {
  readonly campaignId: string;
  readonly stops: readonly Stop[];
  readonly onChange: (stops: readonly Stop[]) => void;
  readonly isRuleOpen: boolean;
}

type Form =
  { readonly kind: 'rule' | 'add' } | { readonly kind: 'change'; readonly stops: readonly Stop[] };

const NOBODY: ReadonlySet<string> = new Set();

/** To whom a draft goes and what each gets: by rule or by hand. */
export function DraftStops({ campaignId, stops, onChange, isRuleOpen }: Props) {
  const { t } = useTranslation(['batches', 'language']);
  const [form, setForm] = useState<Form | undefined>(isRuleOpen ? { kind: 'rule' } : undefined);
  const [selected, setSelected] = useState(NOBODY);
  const [usualLines, setUsualLines] = useState<readonly LineWish[]>([]);
  const chosen = stops.filter(({ point }) => selected.has(point.id));
  const close = (): void => setForm(undefined);
  const change = (next: readonly Stop[]): void => {
    onChange(next);
    setSelected(NOBODY);
    close();
  };
  const remove = (gone: readonly Stop[]): void => {
    change(removeStops(stops, new Set(gone.map(({ point }) => point.id))));
    offerUndo(t('stop.removed', { count: gone.length }), () => onChange(stops));
  };
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between" align="center">
        <Title order={2} size="h4">
          {t('stops')}
        </Title>
        <Group gap="xs">
          {chosen.length > 0 && (
            <>
              <Text size="sm" c="dimmed">
                {t('stop.chosen', { count: chosen.length })}
              </Text>
              <Button variant="default" onClick={() => setForm({ kind: 'change', stops: chosen })}>
                {t('stop.change')}
              </Button>
              <Button variant="default" onClick={() => remove(chosen)}>
                {t('stop.remove')}
              </Button>
            </>
          )}
          <AddButtons onOpen={(kind) => setForm({ kind })} />
        </Group>
      </Group>
      <StopsTable
        stops={stops}
        selected={selected}
        onSelect={setSelected}
        onChange={(stop) => setForm({ kind: 'change', stops: [stop] })}
        onRemove={(stop) => remove([stop])}
        empty={t('noStops')}
      />
      {form?.kind === 'rule' && (
        <RuleForm
          campaignId={campaignId}
          stops={stops}
          onClose={close}
          onAdd={(added) => change(addStops(stops, added))}
        />
      )}
      {form?.kind === 'add' && (
        <AddStopForm
          onClose={close}
          usualLines={usualLines}
          onAdd={(stop) => {
            setUsualLines(stop.lines);
            change(addStops(stops, [stop]));
          }}
        />
      )}
      {form?.kind === 'change' && (
        <ChangeStopsForm
          stops={form.stops}
          onClose={close}
          onChange={(lines) =>
            change(setLines(stops, new Set(form.stops.map(({ point }) => point.id)), lines))
          }
        />
      )}
    </Stack>
  );
}

function AddButtons({ onOpen }: { onOpen: (kind: 'rule' | 'add') => void }) {
  const { t } = useTranslation('batches');
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onOpen('add')}
      >
        {t('stop.add')}
      </Button>
      <Button
        variant="light"
        leftSection={<IconListCheck size={18} aria-hidden />}
        onClick={() => onOpen('rule')}
      >
        {t('rule.title')}
      </Button>
    </>
  );
}
