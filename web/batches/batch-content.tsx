import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useMayWrite } from '../api/use-session.js';
import { useAddress } from '../parts/use-address.js';
import { BatchConsignments } from './batch-consignments.js';
import { BatchFacts } from './batch-facts.js';
import { BatchLife } from './batch-life-line.js';
import { BatchPaper } from './batch-paper.js';
import { StepForms } from './step-forms.js';
import { StepPanel } from './step-panel.js';
import { StockNeeded } from './stock-needed.js';
import { sumMaterials } from './stops.js';
import { readStops } from './written-stops.js';
import type { BatchDetail } from '../api/use-batch.js';

const NONE: ReadonlySet<string> = new Set();

/** A batch as it stands: where it is in its life, what comes next, what it carries. */
export function BatchContent({ batch }: { batch: BatchDetail }) {
  const mayWrite = useMayWrite();
  const [address, setAddress] = useAddress();
  const [selected, setSelected] = useState(NONE);
  const close = (): void => setAddress({ open: undefined });
  return (
    <Stack gap="lg">
      <BatchLife batch={batch} />
      <StepPanel batch={batch} onOpen={(open) => setAddress({ open })} />
      <BatchFacts batch={batch} />
      {batch.state === 'draft' && (
        <StockNeeded
          campaignId={batch.campaignId}
          warehouseId={batch.warehouseId}
          needed={sumMaterials(readStops(batch))}
        />
      )}
      <BatchPaper batch={batch} />
      <BatchConsignments
        batch={batch}
        selected={selected}
        onSelect={setSelected}
        onAssign={() => setAddress({ open: 'assign' })}
      />
      {mayWrite && (
        <StepForms batch={batch} open={address['open']} selected={selected} onClose={close} />
      )}
    </Stack>
  );
}
