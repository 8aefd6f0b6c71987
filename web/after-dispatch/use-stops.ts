import { useMemo } from 'react';
import { useMunicipalityNames } from '../api/use-register.js';
import type { BatchConsignment, BatchDetail } from '../api/use-batch.js';
import { useTranslation } from '../language/i18n.js';

export interface Stops {
  /** Undefined where the reader may not know the consignment. */
  readonly of: (consignmentId: string | null | undefined) => BatchConsignment | undefined;
  readonly nameOf: (consignmentId: string | null | undefined) => string;
  /** Municipality and waybill number, to go beneath the name. */
  readonly placeOf: (consignmentId: string | null | undefined) => string;
  readonly materialOf: (materialId: string) => string;
}

/** What the batch's consignments are called. */
export function useStops(batch: BatchDetail): Stops {
  const { t } = useTranslation('after-dispatch');
  const municipalityOf = useMunicipalityNames();
  const { byId, materials } = useMemo(() => index(batch.consignments), [batch.consignments]);
  const of: Stops['of'] = (id) => byId.get(id ?? '');
  return {
    of,
    nameOf: (id) => of(id)?.deliveryPoint.name ?? t('hiddenStop'),
    placeOf: (id) => {
      const stop = of(id);
      if (stop === undefined) return '';
      return `${municipalityOf(stop.deliveryPoint.municipalityCode)} · ${stop.waybillNumber}`;
    },
    materialOf: (materialId) => materials.get(materialId) ?? t('otherMaterial'),
  };
}

function index(consignments: readonly BatchConsignment[]): {
  byId: ReadonlyMap<string, BatchConsignment>;
  materials: ReadonlyMap<string, string>;
} {
  return {
    byId: new Map(consignments.map((each) => [each.id, each])),
    materials: new Map(
      consignments.flatMap(({ lines }) =>
        lines.map(({ materialId, materialName }) => [materialId, materialName] as const),
      ),
    ),
  };
}
