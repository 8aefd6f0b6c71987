import { Button, Checkbox, Group, Paper, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { dayOf } from '../../src/time.js';
import { Refusal } from '../api/refusal.js';
import type { Campaign } from '../api/campaigns-query.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { WarehouseChoice } from '../parts/goods-choice.js';
import { Loaded } from '../parts/loaded.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { isAhead } from './booking-day.js';
import { IssueGoods } from './issue-goods.js';
import { IssueResult } from './issue-result.js';
import { IssueTarget } from './issue-target.js';
import { StandToday } from './stand-today.js';
import classes from './stock.module.css';
import { useIssueCommand } from './use-issue-command.js';
import { type IssueDraft, useIssueDraft } from './use-issue-draft.js';
import type { Issue } from './use-issues.js';

interface Props {
  readonly campaign: Campaign;
  readonly isHandOut: boolean;
}

/** To whom, what, done: in the order in which it is said at the door. */
export function IssueForm({ campaign, isHandOut }: Props) {
  const { t } = useTranslation('stock');
  const form = useIssueDraft(campaign, isHandOut);
  const { draft, lines, shortages } = form;
  const [booked, setBooked] = useState<Issue | undefined>(undefined);
  const firstGoods = useRef<HTMLInputElement>(null);
  const command = useIssueCommand(campaign, (issue) => {
    setBooked(issue);
    form.begin();
    // The next one may be typed at once.
    if (isHandOut) firstGoods.current?.focus();
  });
  const missing = findMissing(draft, isHandOut, lines.length);
  const isFuture = isAhead(draft.day, new Date().toISOString());
  const isReady = missing === undefined && shortages.length === 0 && !isFuture;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !command.isPending) command.mutate({ draft, lines });
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        {booked !== undefined && (
          <IssueResult key={booked.id} issue={booked} onClose={() => setBooked(undefined)} />
        )}
        {isHandOut && <StandToday campaign={campaign} municipalityCode={draft.municipalityCode} />}
        <Paper withBorder p={{ base: 'sm', sm: 'md' }}>
          <Stack gap="md">
            <IssueTarget
              key={booked?.id}
              isNext={booked !== undefined}
              form={form}
              isHandOut={isHandOut}
              error={command.error}
              onChosen={() => firstGoods.current?.focus()}
            />
            <Loaded query={form.stock} height={220}>
              {() => <IssueGoods campaign={campaign} form={form} firstField={firstGoods} />}
            </Loaded>
            <IssueDetails form={form} isHandOut={isHandOut} error={command.error} />
            {command.error !== null && <ProblemNotice error={command.error} isCommand />}
            <Group justify="space-between" align="center" gap="sm" className={classes.doIt}>
              <Text size="sm" c="dimmed" aria-live="polite" flex={1}>
                {missing !== undefined && t(`issue.missing.${missing}`)}
                {missing === undefined && shortages.length > 0 && t('issue.missing.stock')}
              </Text>
              <Button
                type="submit"
                size="lg"
                loading={command.isPending}
                disabled={!isReady}
                leftSection={<IconCheck size={20} aria-hidden />}
              >
                <IssueVerb pieces={lines.reduce((sum, { quantity }) => sum + quantity, 0)} />
              </Button>
            </Group>
          </Stack>
        </Paper>
      </Stack>
    </form>
  );
}

function IssueVerb({ pieces }: { pieces: number }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  if (pieces === 0) return t('action.issue');
  return t('issue.submit', { count: pieces, replace: { count: format.number(pieces) } });
}

type Missing = 'warehouse' | 'point' | 'municipality' | 'occasion' | 'goods';

/** What has to be said first; one thing at a time. */
function findMissing(
  draft: IssueDraft,
  isHandOut: boolean,
  lineCount: number,
): Missing | undefined {
  if (!isHandOut && draft.pointId === null) return 'point';
  if (isHandOut && draft.municipalityCode === null) return 'municipality';
  if (isHandOut && draft.occasion.trim() === '') return 'occasion';
  if (draft.warehouseId === null) return 'warehouse';
  return lineCount === 0 ? 'goods' : undefined;
}

interface DetailsProps {
  readonly form: ReturnType<typeof useIssueDraft>;
  readonly isHandOut: boolean;
  readonly error: Error | null;
}

function IssueDetails({ form, isHandOut, error }: DetailsProps) {
  const { t } = useTranslation(['stock', 'parts']);
  const { draft, change, chooseWarehouse } = form;
  const now = new Date().toISOString();
  const errorOf = (path: string) =>
    error instanceof Refusal ? error.fieldErrors[path] : undefined;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput
          label={isHandOut ? t('issue.handedOutBy') : t('issue.receivedBy')}
          placeholder={t('parts:optional')}
          value={draft.receivedBy}
          onChange={({ currentTarget }) => change({ receivedBy: currentTarget.value })}
          error={errorOf('receivedBy')}
          autoComplete="off"
        />
        <TextInput
          label={t('parts:note')}
          placeholder={t('parts:optional')}
          value={draft.note}
          onChange={({ currentTarget }) => change({ note: currentTarget.value })}
          error={errorOf('note')}
          autoComplete="off"
        />
        <WarehouseChoice
          label={t('issue.from')}
          value={draft.warehouseId}
          onChange={chooseWarehouse}
          error={errorOf('warehouseId')}
        />
        <TextInput
          type="date"
          label={t('issue.day')}
          value={draft.day === '' ? dayOf(now) : draft.day}
          max={dayOf(now)}
          onChange={({ currentTarget }) => change({ day: currentTarget.value })}
          error={isAhead(draft.day, now) ? t('dayAhead') : errorOf('occurredAt')}
        />
      </SimpleGrid>
      <Checkbox
        label={t('issue.estimated')}
        checked={draft.isEstimated}
        onChange={({ currentTarget }) => change({ isEstimated: currentTarget.checked })}
      />
    </>
  );
}
