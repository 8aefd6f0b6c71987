import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from '../language/i18n.js';
import { DraftStops } from './draft-stops.js';
import { HeadFields } from './head-fields.js';
import { StockNeeded } from './stock-needed.js';
import { sumMaterials } from './stops.js';
import type { Draft } from './use-draft.js';

interface Props {
  readonly campaignId: string;
  readonly draft: Draft;
  readonly errors: Readonly<Record<string, string>>;
  /** Whether it begins with the form that adds by rule. */
  readonly isRuleOpen?: boolean;
}

/** A draft's content: how it travels, to whom it brings what, and whether that lies in the warehouse. */
export function DraftEditor({ campaignId, draft, errors, isRuleOpen = false }: Props) {
  const { t } = useTranslation('batches');
  const { head, stops, setHead, setStops } = draft;
  return (
    <Stack gap="lg">
      <Paper withBorder p="md" component="section" aria-label={t('headTitle')}>
        <Title order={2} size="h4" mb="sm">
          {t('headTitle')}
        </Title>
        <HeadFields head={head} onChange={setHead} errors={errors} />
      </Paper>
      <DraftStops
        campaignId={campaignId}
        stops={stops}
        onChange={setStops}
        isRuleOpen={isRuleOpen}
      />
      {head.warehouseId !== null && (
        <StockNeeded
          campaignId={campaignId}
          warehouseId={head.warehouseId}
          needed={sumMaterials(stops)}
        />
      )}
    </Stack>
  );
}
