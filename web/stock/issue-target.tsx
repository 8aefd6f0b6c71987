import { Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { deliveredAccount } from '../../src/stock/account.js';
import { Refusal } from '../api/refusal.js';
import { deliveryPointQuery } from '../api/use-delivery-point.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { MunicipalityChoice } from '../parts/place-choice.js';
import { PointChoice } from '../parts/point-choice.js';
import type { useIssueDraft } from './use-issue-draft.js';
import { latestMovementsQuery } from './use-movements.js';

interface Props {
  readonly form: ReturnType<typeof useIssueDraft>;
  readonly isHandOut: boolean;
  /** Somebody was served already: the next one is named at once. */
  readonly isNext: boolean;
  readonly error: Error | null;
  /** Once it is known where to, the next thing is what. */
  readonly onChosen: () => void;
}

/** Where it goes: a delivery point, or the hands of passers-by in a municipality. */
export function IssueTarget({ form, isHandOut, isNext, error, onChosen }: Props) {
  const { t } = useTranslation('stock');
  const { draft, change, choosePoint, chooseMunicipality } = form;
  const errorOf = (path: string) =>
    error instanceof Refusal ? error.fieldErrors[path] : undefined;
  // A choice closes its list first; then the next field can have the focus.
  const goOn = (chosen: string | null): void => {
    if (chosen !== null) setTimeout(onChosen, 0);
  };
  if (isHandOut)
    return (
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <MunicipalityChoice
          required
          size="md"
          value={draft.municipalityCode}
          onChange={chooseMunicipality}
          error={errorOf('to.municipalityCode') ?? errorOf('to')}
        />
        <TextInput
          required
          size="md"
          label={t('issue.occasion')}
          placeholder={t('issue.occasionExample')}
          value={draft.occasion}
          onChange={({ currentTarget }) => change({ occasion: currentTarget.value })}
          error={errorOf('to.occasion')}
        />
      </SimpleGrid>
    );
  return (
    <Stack gap={6}>
      <PointChoice
        required
        clearable
        size="lg"
        label={t('issue.toWhom')}
        openOnFocus={false}
        autoFocus={isNext || draft.pointId === null}
        value={draft.pointId}
        onChange={(id) => {
          choosePoint(id);
          goOn(id);
        }}
        error={errorOf('to.deliveryPointId') ?? errorOf('to')}
      />
      {draft.pointId !== null && <PointFacts id={draft.pointId} />}
    </Stack>
  );
}

const SHOWN_MOVEMENTS = 4;

/** So that it is the right school, and so that nothing is given twice unseen. */
function PointFacts({ id }: { id: string }) {
  const { t } = useTranslation(['stock', 'language']);
  const format = useFormat();
  const materialName = useMaterialNames();
  const { data: point } = useQuery(deliveryPointQuery(id));
  const { data: movements } = useQuery(
    latestMovementsQuery({ account: deliveredAccount(id), limit: SHOWN_MOVEMENTS }),
  );
  if (point === undefined) return null;
  const facts = [
    t(`language:pointKind.${point.kind}`),
    point.address,
    ...(point.audience === null
      ? []
      : [t('issue.audience', { people: format.number(point.audience) })]),
  ];
  const received = (movements ?? []).filter(
    (movement) => movement.to === deliveredAccount(id) && movement.reverses === undefined,
  );
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      {movements !== undefined && (
        <Group gap={4}>
          <Text size="sm">
            {received.length === 0
              ? t('issue.nothingYet')
              : t('issue.alreadyReceived', {
                  what: format.list(
                    received.map((movement) =>
                      t('issue.receivedOn', {
                        pieces: format.number(movement.quantity),
                        material: materialName(movement.materialId),
                        date: format.dayAndMonth(movement.occurredAt),
                      }),
                    ),
                  ),
                })}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
