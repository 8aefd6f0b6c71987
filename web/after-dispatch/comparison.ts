/** Two words about one consignment beside one another: what stands, and what another says. */
import type { ConfirmedLine } from '../../src/delivery/confirmation.js';
import { FIGURES, type Figure } from './told-draft.js';

interface ComparedFigure {
  readonly materialId: string;
  readonly figure: Figure;
  /** Pieces; null where nothing stands. */
  readonly standing: number | null;
  readonly other: number;
  readonly differs: boolean;
}

/** Every figure that one of the two names; delivered ones always, so that a nought shows. In the order of `materialIds`. */
export function compareFigures(
  materialIds: readonly string[],
  standing: readonly ConfirmedLine[] | null,
  other: readonly ConfirmedLine[],
): ComparedFigure[] {
  const alien = other.map(({ materialId }) => materialId).filter((id) => !materialIds.includes(id));
  return [...materialIds, ...new Set(alien)].flatMap((materialId) =>
    FIGURES.map((figure): ComparedFigure => {
      const stands = standing === null ? null : sumOf(standing, materialId, figure);
      const told = sumOf(other, materialId, figure);
      return { materialId, figure, standing: stands, other: told, differs: stands !== told };
    }).filter((each) => each.figure === 'delivered' || (each.standing ?? 0) > 0 || each.other > 0),
  );
}

function sumOf(lines: readonly ConfirmedLine[], materialId: string, figure: Figure): number {
  return lines
    .filter((line) => line.materialId === materialId)
    .reduce((sum, line) => sum + line[figure], 0);
}

interface Told {
  readonly id: string;
  readonly kind: string | null;
  readonly status: string;
  readonly consignmentId: string | null;
}

/** All that stands of a consignment: the accepted deliveries, in order of receipt. A failed attempt stands in nobody's way. */
export function findStanding<Row extends Told>(
  confirmations: readonly Row[],
  consignmentId: string,
): Row[] {
  return confirmations.filter(
    (each) =>
      each.consignmentId === consignmentId &&
      each.status === 'accepted' &&
      each.kind === 'delivery',
  );
}
