import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMayWrite } from '../api/use-session.js';
import { useWarehouseNames } from '../api/use-warehouses.js';
import { useFormat, useTranslation } from '../language/i18n.js';
import { Loaded } from '../parts/loaded.js';
import { TextLink } from '../parts/links.js';
import { PageHeader } from '../parts/page-header.js';
import { StateBadge } from '../parts/state-badge.js';
import { useAddress } from '../parts/use-address.js';
import { BatchContent } from './batch-content.js';
import { useBatchName } from './batch-name.js';
import { EditBatch } from './edit-batch.js';
import { type BatchDetail, useBatch } from '../api/use-batch.js';

interface Props {
  /** What became of it, beneath what it brings. */
  readonly after: (batch: BatchDetail) => ReactNode;
}

/** One batch: what it brings to whom, what can be done with it now, and what became of it. */
export function BatchPage({ after }: Props) {
  const { id } = useParams({ strict: false });
  const query = useBatch(id ?? '');
  return (
    <Loaded query={query}>
      {(batch) => <OneBatch key={batch.id} batch={batch} after={after} />}
    </Loaded>
  );
}

function OneBatch({ batch, after }: Props & { readonly batch: BatchDetail }) {
  const [address, setAddress] = useAddress();
  const mayWrite = useMayWrite();
  // Whoever writes keeps what is written, also where another plans the batch meanwhile: saving then tells.
  const [begunState] = useState(batch.state);
  const isDraft = batch.state === 'draft' || begunState === 'draft';
  const isEditing = mayWrite && isDraft && address['edit'] !== undefined;
  return (
    <>
      <BatchHeader batch={batch} />
      {isEditing ? (
        <EditBatch batch={batch} onDone={() => setAddress({ edit: undefined })} />
      ) : (
        <Stack gap="xl">
          <BatchContent batch={batch} />
          {after(batch)}
        </Stack>
      )}
    </>
  );
}

function BatchHeader({ batch }: { batch: BatchDetail }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const nameOf = useBatchName();
  const warehouseName = useWarehouseNames();
  return (
    <PageHeader
      title={nameOf(batch)}
      badge={<StateBadge of="batchState" state={batch.state} />}
      crumbs={
        <TextLink to="/batches" size="sm">
          {t('title')}
        </TextLink>
      }
      lead={t('madeOn', {
        warehouse: warehouseName(batch.warehouseId),
        date: format.date(batch.createdAt),
      })}
    />
  );
}
