import { Button, NumberInput, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Refusal } from '../api/refusal.js';
import { useMaterialNames } from '../api/use-materials.js';
import { useMunicipalityNames } from '../api/use-register.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { ChangedByAnother } from '../parts/changed-by-another.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { SideForm } from '../parts/side-form.js';
import { type Override, putOverride, readTarget, useDropOverride } from './use-overrides.js';
import { useSaving } from './use-saving.js';
import type { Target } from './use-targets.js';

interface Props {
  readonly campaignId: string;
  readonly target: Target;
  readonly onClose: () => void;
}

/** A target set by hand, whatever the rules give, with the reason; and back to the rules. */
export function OverrideForm({ campaignId, target, onClose }: Props) {
  const { t } = useTranslation(['campaigns', 'parts']);
  const format = useFormat();
  const nameOf = useMunicipalityNames();
  const nameMaterial = useMaterialNames();
  const [quantity, setQuantity] = useState<number | string>(target.quantity);
  const [reason, setReason] = useState(target.reason ?? '');
  const drop = useDropOverride(campaignId, onClose);
  const saving = useSaving({
    // Where none stands there is no version to name.
    version: target.version ?? 0,
    save: (override: Override, version) => putOverride(campaignId, target, version, override),
    readAnew: async () => asStanding(await readTarget(campaignId, target)),
    done: t('override.saved', { place: nameOf(target.municipalityCode) }),
    onEnd: onClose,
  });
  const errors = saving.error instanceof Refusal ? saving.error.fieldErrors : {};
  const isComplete = typeof quantity === 'number' && reason.trim() !== '';
  const describe = (each: Override): string => `${format.number(each.quantity)}, ${each.reason}`;
  return (
    <>
      <SideForm
        title={t('override.title', { place: nameOf(target.municipalityCode) })}
        isOpen
        onClose={onClose}
        onSubmit={() => isComplete && saving.save({ quantity, reason: reason.trim() })}
        submit={t('override.save')}
        isPending={saving.isPending}
        error={saving.error}
        isDisabled={!isComplete}
      >
        <Paper withBorder p="sm" radius="md">
          <Text size="sm" fw={600}>
            {nameMaterial(target.materialId)}
          </Text>
          <Text size="sm" c="dimmed">
            {target.explanation}
          </Text>
        </Paper>
        <NumberInput
          label={t('targets.target')}
          data-autofocus
          min={0}
          allowDecimal={false}
          value={quantity}
          error={errors['quantity']}
          onChange={setQuantity}
        />
        <Textarea
          label={t('parts:reason')}
          description={t('override.reasonHint')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={errors['reason']}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {target.source === 'override' && (
          <Stack gap="xs" align="flex-start">
            {drop.error !== null && <ProblemNotice error={drop.error} isCommand />}
            <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate(target)}>
              {t('override.drop')}
            </Button>
          </Stack>
        )}
      </SideForm>
      {saving.overtaken !== undefined && (
        <ChangedByAnother
          isOpen
          differences={[
            {
              field: t('targets.target'),
              theirs: saving.overtaken.theirs.said,
              mine: describe(saving.overtaken.mine),
            },
          ]}
          onKeepTheirs={saving.keepTheirs}
          onSaveMine={saving.saveMine}
        />
      )}
    </>
  );
}

function asStanding({ version, explanation }: Target): { version: number; said: string } {
  return { version: version ?? 0, said: explanation };
}
